package io.flotilla.auth.apikey;

import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The record of users' API keys, by their hashes, shared by all replicas. Safe for many threads; blocks. Every method throws
 * {@link io.flotilla.kit.problem.Unavailable} when the record is away.
 */
public interface ApiKeys {
    /**
     * Stores a key, unless its user has {@code most} that are not over at {@code key.createdAt()}; exact also for parallel calls over all
     * replicas. Forgets keys of that user that are over. Whether it was stored.
     */
    boolean add(ApiKey key, Secret secret, int most);

    /** The key, unless it is nobody's or over. Takes the same time for all wrong ones. */
    Optional<ApiKey> find(Secret secret, Instant now);

    /** A user's keys, the oldest first. */
    List<ApiKey> of(String userId);

    /** Notes a use, unless one was noted within the last five minutes: a key in use must not be a write a call. */
    void used(String id, Instant now);

    /** Removes a key of that user; whether there was one. */
    boolean remove(String userId, String id);
}
