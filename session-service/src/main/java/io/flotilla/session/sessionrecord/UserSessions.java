package io.flotilla.session.sessionrecord;

import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.UserSession;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The record of user sessions, those that are over included until they are forgotten. Thread-safe; blocks; throws when it cannot be reached. */
public interface UserSessions {
    /**
     * Stores a new session.
     *
     * @param secretHash hash of the cookie, by which the session is found; new
     */
    void insert(UserSession session, String secretHash);

    Optional<UserSession> findBySecret(String secretHash);

    Optional<UserSession> findByHandle(String handle);

    /** All sessions of that user that nobody ended, expired ones included; newest first. */
    List<UserSession> unendedOf(String userId);

    /** How many sessions that user opened in browsers since then, ended ones included. */
    int openedSince(String userId, Instant since);

    /**
     * Does the work while nobody else, on any node, does any for the same user, and all of it or nothing: what it writes here, and in other
     * records of the same database, is stored when it returns and undone when it throws.
     */
    <T> T alone(String userId, Supplier<T> work);

    /** The user acted then; an act before the last known one changes nothing, nor does one in a session that is over or gone. */
    void touch(String handle, Instant at);

    /** This is what the session's browser looks like now. */
    void learn(String handle, Browser browser);

    /** Ends it; false when it had ended before, or is gone: the first reason stays. */
    boolean end(String handle, UserSession.Ending ending);

    /** Up to so many sessions that nobody ended and that were idle since, or began, before these instants. */
    List<UserSession> expired(Limits limits, int atMost);

    /** Ends a session that still is expired by these limits; false when the user acted meanwhile or it ended otherwise. */
    boolean expire(String handle, Limits limits, UserSession.Ending ending);

    /** Marks it suspicious; false when it is so already, and then the first reasons stay. */
    boolean suspect(String handle, Set<String> why);

    /** Why that session is marked; empty when it is not. */
    Set<String> suspicionsOf(String handle);

    /** Forgets up to so many sessions that ended before then; returns how many. */
    int forgetEndedBefore(Instant limit, int atMost);

    /** How many sessions are neither ended nor expired. */
    long countRunning(Limits limits);

    /** A session is expired that was idle since, or began, before these instants. */
    record Limits(Instant idleSince, Instant begunBefore) {
        boolean passedBy(UserSession session) {
            return session.lastActivity().isBefore(idleSince)
                    || session.createdAt().isBefore(begunBefore);
        }
    }
}
