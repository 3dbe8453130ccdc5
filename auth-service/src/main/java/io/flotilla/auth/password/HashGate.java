package io.flotilla.auth.password;

import io.flotilla.kit.problem.Unavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many hash at once and no more, whatever comes in: each takes memory and a processor. Safe for many threads. */
final class HashGate {
    private final Semaphore places;
    private final Duration patience;

    HashGate(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** Throws {@link Unavailable} when there was no place for too long. */
    <T> T through(Supplier<T> work) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("Too many people sign in at the moment");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting to sign in", e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
