package io.flotilla.kit.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The twin for tests: one process. */
public final class InMemoryLimits implements Limits {
    private final InstantSource clock;
    /** Guarded by this. */
    private final Map<String, Window> windows = new HashMap<>();

    public InMemoryLimits(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Counted count(LimitClass limitClass, String key, int limit) {
        var now = clock.instant();
        windows.values().removeIf(window -> !window.end().isAfter(now));
        var window = windows.merge(
                limitClass.wireName() + ":" + key,
                new Window(1, now.plus(WINDOW)),
                (old, first) -> new Window(old.calls() + 1, old.end()));
        return Counted.of(
                limit, window.calls(), Duration.between(now, window.end()).toMillis());
    }

    private record Window(long calls, Instant end) {}
}
