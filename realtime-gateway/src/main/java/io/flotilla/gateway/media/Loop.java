package io.flotilla.gateway.media;

import java.time.Duration;

/** One thread at a time, in order: where everything about one VM happens. */
interface Loop {
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
