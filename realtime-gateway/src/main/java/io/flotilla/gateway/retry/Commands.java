package io.flotilla.gateway.retry;

/**
 * What has been done, by key. Exact over all nodes, for as long as the store keeps its data. Blocks; throws
 * {@link io.flotilla.kit.problem.Unavailable}. Thread-safe.
 */
public interface Commands {
    /** Exactly one of all that ask at once gets {@link Claim.Mine}. Who never comes back loses the claim after 15 s. */
    Claim claim(String key);

    /** Keeps the answer for ten minutes. */
    void done(String key, String answer);

    /** It was refused or may not have happened: whoever asks next may do it. */
    void undone(String key);
}
