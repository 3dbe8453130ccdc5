package io.flotilla.session.sweep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leases within one process: for tests. */
public final class InMemoryLeases implements Leases {
    private record Held(Object holder, Instant until) {}

    private final InstantSource clock;

    /** Guarded by this. */
    private final Map<String, Held> byName = new HashMap<>();

    public InMemoryLeases(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Lease> take(String name, Duration time) {
        var held = byName.get(name);
        if (held != null && clock.instant().isBefore(held.until())) {
            return Optional.empty();
        }
        var mine = new Mine(name);
        byName.put(name, new Held(mine, clock.instant().plus(time)));
        return Optional.of(mine);
    }

    private synchronized boolean renew(Mine mine, Duration time) {
        var held = byName.get(mine.name);
        if (held == null || held.holder() != mine || !clock.instant().isBefore(held.until())) {
            return false;
        }
        byName.put(mine.name, new Held(mine, clock.instant().plus(time)));
        return true;
    }

    private synchronized void release(Mine mine) {
        byName.computeIfPresent(mine.name, (_, held) -> held.holder() == mine ? null : held);
    }

    private final class Mine implements Lease {
        private final String name;

        Mine(String name) {
            this.name = name;
        }

        @Override
        public boolean renew(Duration time) {
            return InMemoryLeases.this.renew(this, time);
        }

        @Override
        public void release() {
            InMemoryLeases.this.release(this);
        }
    }
}
