package io.flotilla.gateway.loop;

import java.time.Duration;

/** One thread at a time, in order: where everything about one thing, such as a VM, happens. */
public interface Loop {
    /** Runs it after all that was handed over before. Thread-safe. */
    void run(Runnable task);

    /** Runs it on this loop after a while, unless cancelled. Thread-safe. */
    Timer after(Duration delay, Runnable task);

    /** Milliseconds that only ever grow, of no meaning by themselves. */
    long now();

    /** Cancelling twice, or too late, does nothing. */
    interface Timer {
        void cancel();
    }
}
