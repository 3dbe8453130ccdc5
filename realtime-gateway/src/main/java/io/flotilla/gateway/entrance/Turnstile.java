package io.flotilla.gateway.entrance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many at a time do something, in the order they came; whoever waits too long goes away. Blocks; thread-safe. */
final class Turnstile {
    private final Semaphore places;
    private final Duration patience;

    Turnstile(int atOnce, Duration patience) {
        this.places = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** Empty when no place became free in time, or the process ends. */
    <A> Optional<A> pass(Supplier<A> task) {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(task.get());
        } finally {
            places.release();
        }
    }

    int waiting() {
        return places.getQueueLength();
    }
}
