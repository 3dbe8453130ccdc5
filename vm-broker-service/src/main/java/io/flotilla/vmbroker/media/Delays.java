package io.flotilla.vmbroker.media;

import java.time.Duration;

/** Runs something a little later, once, on any thread; what runs must not block. */
public interface Delays {
    void after(Duration delay, Runnable task);
}
