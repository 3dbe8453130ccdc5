package io.flotilla.kit.revocation;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * The list of revoked user sessions, by their public handle ({@code sid}). Shared by all services; safe for many threads. A revocation is
 * seen by its writer at once and by every other process within a second.
 */
public interface Revocations {
    /**
     * Revokes; returns when the shared list holds it. Revoking twice keeps the later end.
     *
     * @param until when the last token of that session has expired, so that the entry may be forgotten
     * @throws io.flotilla.kit.problem.Unavailable when the list cannot be written; the caller tries again
     */
    void revoke(String sid, Instant until);

    /**
     * Whether that session is over. A look into memory, but for a list gone stale, which is read first: not on an event loop.
     *
     * @throws io.flotilla.kit.problem.Unavailable when the list is stale and cannot be read
     */
    boolean isRevoked(String sid);

    /** Calls the listener with each session revoked from now on, once, on a thread that must not be held up. */
    Subscription onRevoked(Consumer<String> listener);

    /** Ends with {@link #close}; closing twice does nothing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
