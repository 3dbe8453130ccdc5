package io.flotilla.vmbroker.life;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting for another thread or process to get on, where nothing can be listened to. Virtual threads only. */
final class Pause {
    private static final long NANOS = Duration.ofMillis(40).toNanos();

    private Pause() {}

    static void briefly() {
        LockSupport.parkNanos(NANOS);
    }
}
