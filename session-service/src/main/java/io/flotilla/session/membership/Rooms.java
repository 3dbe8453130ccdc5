package io.flotilla.session.membership;

import io.flotilla.session.vmsession.VmSession;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway knows of VM sessions: who may connect now, and how the room is run. Thread-safe; blocks; throws when the model cannot
 * be reached, and every call may be repeated.
 */
public interface Rooms {
    /**
     * Makes the model what this version of the session says, people and terms in one step. A session without a VM has no room, and
     * one that is over has nobody inside; that is shown for a while, with the reason.
     *
     * @return false, with nothing changed, when a newer version is shown already: the model never goes back
     */
    boolean show(VmSession session);

    /**
     * Tells the gateway at once what the model shows since. The message may be lost, so the gateway looks for itself as well.
     *
     * @param participantId whom it is about; null for everyone
     * @param reason a name of {@code contracts/redis-keys.md}
     */
    void tell(VmSession session, @Nullable String participantId, String reason);
}
