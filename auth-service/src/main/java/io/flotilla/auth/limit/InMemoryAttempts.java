package io.flotilla.auth.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The twin for tests: one process. */
public final class InMemoryAttempts implements Attempts {
    private final Map<String, Window> windows = new HashMap<>();
    private final int max;
    private final Duration within;
    private final InstantSource clock;

    public InMemoryAttempts(int max, Duration within, InstantSource clock) {
        this.max = max;
        this.within = within;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Duration> take(String name, String address) {
        var now = clock.instant();
        windows.values().removeIf(window -> !window.ends().isAfter(now));
        var key = name + "\n" + address;
        var window = windows.getOrDefault(key, new Window(0, now.plus(within)));
        if (window.used() >= max) {
            return Optional.of(Duration.between(now, window.ends()));
        }
        windows.put(key, new Window(window.used() + 1, window.ends()));
        return Optional.empty();
    }

    @Override
    public synchronized void giveBack(String name, String address) {
        windows.computeIfPresent(
                name + "\n" + address, (key, window) -> new Window(Math.max(0, window.used() - 1), window.ends()));
    }

    private record Window(int used, Instant ends) {}
}
