package io.flotilla.session.config;

import java.time.Duration;

/** Waits between two attempts; a test's twin does not. Returns early when the thread is interrupted, and leaves it so. */
@FunctionalInterface
public interface Pause {
    void take(Duration length);
}
