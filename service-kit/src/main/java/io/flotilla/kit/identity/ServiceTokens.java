package io.flotilla.kit.identity;

/** This service's own token for calls to other services. Safe for many threads; may block while one is fetched. */
public interface ServiceTokens {
    /**
     * A token with a good while to live, for {@code Authorization: Bearer …}.
     *
     * @throws io.flotilla.kit.problem.Unavailable when none can be had
     */
    String bearer();

    /** Says that the last token was refused: the next {@link #bearer} is a new one. */
    void forget();
}
