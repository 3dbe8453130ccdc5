package io.flotilla.session.usersession;

import java.time.Instant;
import java.util.Optional;

/** The record of user sessions, expired ones included until they are swept. Thread-safe; blocks; throws when it cannot be reached. */
public interface UserSessions {
    /**
     * Stores a new session.
     *
     * @param secretHash hash of the cookie, by which the session is found; new
     */
    void insert(UserSession session, String secretHash);

    Optional<UserSession> findBySecret(String secretHash);

    Optional<UserSession> findByHandle(String handle);

    /** The user acted then; an act before the last known one changes nothing, nor does one in a session that is gone. */
    void touch(String handle, Instant at);

    /** The session is no more; removing twice does nothing. */
    void remove(String handle);

    /** Removes up to so many sessions that were idle since, or began, before these instants; returns how many. */
    int sweep(Instant idleSince, Instant begunBefore, int atMost);
}
