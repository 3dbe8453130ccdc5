package io.flotilla.gateway.socket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts sockets against their limits. Thread-safe. */
public final class Quota {
    /** What a socket counts for, and how many of it there may be. */
    public record Counter(String key, int limit) {}

    private final Map<String, Integer> counts = new HashMap<>();

    /** All counters or none. False when one of them is full; what was taken is given back by {@link #giveBack}. */
    public synchronized boolean take(List<Counter> counters) {
        if (counters.stream().anyMatch(c -> counts.getOrDefault(c.key(), 0) >= c.limit())) {
            return false;
        }
        counters.forEach(counter -> counts.merge(counter.key(), 1, Integer::sum));
        return true;
    }

    public synchronized void giveBack(List<Counter> counters) {
        counters.forEach(counter -> counts.computeIfPresent(counter.key(), (key, n) -> n > 1 ? n - 1 : null));
    }
}
