package io.flotilla.session.usersession;

/**
 * Tells all nodes what happened to a user's sessions, so that tabs and devices hear of it. Best effort: what is told while nobody can be
 * reached is lost, and never fails the act it tells of. Thread-safe; blocks a bounded time.
 */
public interface UserSessionEvents {
    void tell(UserSessionEvent event);
}
