package io.flotilla.gateway.media;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait before the next try: doubling from the first to the longest, each between half of that and all of it. */
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier chance;
    private int tries;

    /** Chance yields numbers in 0…1. */
    Backoff(Duration first, Duration longest, DoubleSupplier chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    Duration next() {
        var doubled = first.toMillis() << Math.min(tries++, 16);
        var most = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(most / 2 + Math.round(chance.getAsDouble() * (most - most / 2)));
    }

    void reset() {
        tries = 0;
    }
}
