package io.flotilla.auth.limit;

import java.time.Duration;
import java.time.InstantSource;

class InMemoryAttemptsTest extends AttemptsContract {
    private final Attempts attempts = new InMemoryAttempts(10, Duration.ofMinutes(1), InstantSource.system());

    @Override
    Attempts attempts() {
        return attempts;
    }
}
