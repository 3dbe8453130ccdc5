package io.flotilla.session.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Attendance within one process: for tests. */
public final class InMemoryAttendance implements Attendance {
    private final InstantSource clock;

    /** Guarded by this. */
    private final Map<String, Instant> last = new LinkedHashMap<>();

    public InMemoryAttendance(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void attended(String sessionId) {
        last.put(sessionId, clock.instant());
    }

    @Override
    public synchronized void adopt(Collection<String> sessionIds) {
        sessionIds.forEach(id -> last.putIfAbsent(id, clock.instant()));
    }

    @Override
    public synchronized Optional<Duration> aloneFor(String sessionId) {
        return Optional.ofNullable(last.get(sessionId)).map(this::age);
    }

    @Override
    public synchronized Map<String, Duration> aloneFor(Duration atLeast, int atMost) {
        var alone = new LinkedHashMap<String, Duration>();
        last.forEach((id, at) -> {
            if (age(at).compareTo(atLeast) >= 0 && alone.size() < atMost) {
                alone.put(id, age(at));
            }
        });
        return alone;
    }

    @Override
    public synchronized void forget(String sessionId) {
        last.remove(sessionId);
    }

    private Duration age(Instant at) {
        return Duration.between(at, clock.instant());
    }
}
