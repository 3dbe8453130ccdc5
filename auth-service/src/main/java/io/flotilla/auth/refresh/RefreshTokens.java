package io.flotilla.auth.refresh;

import io.flotilla.kit.secret.Secret;
import java.time.Instant;

/**
 * The record of refresh tokens, by their hashes, shared by all replicas. Safe for many threads; blocks. Every method throws
 * {@link io.flotilla.kit.problem.Unavailable} when the record is away, and then has changed nothing.
 */
public interface RefreshTokens {
    /** Begins a family with its first token, good until {@code until}. */
    void begin(Family family, Secret first, Instant until);

    /** What the token is worth now; changes nothing. */
    Worth look(Secret token, Instant now);

    /**
     * Uses the token up and stores the next one, good until {@code until}, in one step: of all who try the same token, over all replicas,
     * exactly one gets {@link Worth.Good}, and the next token is theirs; for all others nothing is stored.
     */
    Worth rotate(Secret token, Instant now, Secret next, Instant until);

    /** Makes all tokens of the family worthless; whether it was alive before. A used one goes on reading as used. */
    boolean kill(String sessionId, Instant now);

    /** The same for all families of a user. */
    void killAllOf(String userId, Instant now);

    /** Forgets some of what can never be good again; how many tokens it were, zero when there is nothing left to forget. */
    int prune(Instant now);
}
