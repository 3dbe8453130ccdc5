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
    public synchronized Optional<Duration> take(Allowance allowance, String key) {
        var now = clock.instant();
        windows.values().removeIf(window -> !window.ends().isAfter(now));
        var counted = allowance.name() + "\n" + key;
        var window = windows.getOrDefault(counted, new Window(0, now.plus(allowance.within())));
        if (window.used() >= allowance.max()) {
            return Optional.of(Duration.between(now, window.ends()));
        }
        windows.put(counted, new Window(window.used() + 1, window.ends()));
        return Optional.empty();
    }

    @Override
    public synchronized void giveBack(Allowance allowance, String key) {
        windows.computeIfPresent(
                allowance.name() + "\n" + key,
                (counted, window) -> new Window(Math.max(0, window.used() - 1), window.ends()));
    }

    @Override
    public Allowance usual(String name) {
        return new Allowance(name, max, within);
    }

    private record Window(int used, Instant ends) {}
}
