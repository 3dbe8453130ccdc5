package io.flotilla.auth.signin;

/** Something else that dies when all sessions of a user end; a CDI bean. */
public interface WhenEnded {
    /** May be told twice; throws {@link io.flotilla.kit.problem.Unavailable} to be told again later. */
    void ended(String userId, EndReason reason);
}
