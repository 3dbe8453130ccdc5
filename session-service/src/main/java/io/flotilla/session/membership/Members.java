package io.flotilla.session.membership;

import java.util.Collection;

/**
 * Who may connect to which VM now. Thread-safe; blocks; throws when the model cannot be reached, and every call may be repeated.
 * Removing also tells the gateway at once; that message may be lost, so the gateway looks for itself as well.
 */
public interface Members {
    void put(String vmId, Member member);

    /** The one participant is out: {@code reason} is a name of {@code contracts/redis-keys.md}. */
    void remove(String vmId, String participantId, String reason);

    /** Everyone is out, whoever they were. */
    void removeAll(String vmId, String reason);

    /** Makes the model exactly this; tells nobody, for whoever is taken out here was told before. */
    void align(String vmId, Collection<Member> members);
}
