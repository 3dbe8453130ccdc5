package io.flotilla.gateway.room;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets newcomers wait, for a moment at most, until presence knows them. Thread-safe. */
final class Arrivals {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();

    void changed() {
        lock.lock();
        try {
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Blocks; returns when it is so, or when it takes too long. */
    void await(BooleanSupplier known) {
        lock.lock();
        try {
            var left = PATIENCE.toNanos();
            while (!known.getAsBoolean() && left > 0) {
                left = change.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
