package io.flotilla.session.vmsession;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The record of all VM sessions. Every call sees what earlier calls, on any node, have stored. Thread-safe; blocks. Throws when the
 * store cannot be reached: nothing has changed then, or the caller's retry finds the change.
 */
public interface VmSessions {
    Optional<VmSession> find(String id);

    /** The session, over or not, that this VM was started for. */
    Optional<VmSession> findByVm(String vmId);

    /** What that user is in that session. Costs the same however many are inside. */
    Optional<Standing> standing(String id, String userId);

    /** Whose those stays are, by participant id; without those that are not remembered. */
    Map<String, String> usersOf(String id, Collection<String> participantIds);

    /** Stores a session whose id is new. Returns it as stored. */
    VmSession insert(VmSession session);

    /**
     * Stores the session in place of the version it was read from.
     *
     * @return it as stored; empty, with nothing changed, when somebody was faster
     */
    Optional<VmSession> replace(VmSession session);

    /** Sessions not over that the user owns or is inside of; newest first. */
    List<VmSession> ofUser(String userId);

    /** Makes the account's what was the visitor's, sessions that are over included ({@link VmSession#handedOver}). */
    void handOver(String visitor, String account, Instant now);

    /** Sessions whose end is not yet confirmed: opening, live and ending ones. */
    List<VmSession> unfinished();

    /** Forgets ended sessions older than that; returns how many. */
    int forgetEndedBefore(Instant limit);
}
