package io.flotilla.session.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Limits for one process: for tests. */
public final class InMemorySessionLimits implements SessionLimits {
    private final Allowance allowance;
    private final Duration lease;
    private final InstantSource clock;
    /** Each place and when its lease ends. Guarded by this. */
    private final Map<Holding, Instant> held = new HashMap<>();

    public InMemorySessionLimits(Allowance allowance, Duration lease, InstantSource clock) {
        this.allowance = allowance;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public synchronized Taking take(Holding wanted) {
        if (held.containsKey(wanted)) {
            held.put(wanted, clock.instant().plus(lease));
            return new Taking.Taken(false);
        }
        if (isFull(Holding::userId, wanted, allowance.perUser())) {
            return new Taking.Full("user", allowance.perUser());
        }
        if (isFull(Holding::address, wanted, allowance.perAddress())) {
            return new Taking.Full("address", allowance.perAddress());
        }
        held.put(wanted, clock.instant().plus(lease));
        return new Taking.Taken(true);
    }

    @Override
    public synchronized void release(Holding holding) {
        held.remove(holding);
    }

    @Override
    public void align(Supplier<? extends Collection<Holding>> record) {
        var before = Set.copyOf(record.get());
        keepOnly(before);
        synchronized (this) {
            before.forEach(place -> held.putIfAbsent(place, Instant.EPOCH));
        }
        keepOnly(Set.copyOf(record.get()));
    }

    private synchronized void keepOnly(Set<Holding> recorded) {
        var now = clock.instant();
        held.entrySet().removeIf(place -> !recorded.contains(place.getKey()) && !now.isBefore(place.getValue()));
    }

    private boolean isFull(Function<Holding, String> scope, Holding wanted, int limit) {
        var sessions = held.keySet().stream()
                .filter(place -> scope.apply(place).equals(scope.apply(wanted)))
                .map(Holding::sessionId)
                .collect(Collectors.toSet());
        return !sessions.contains(wanted.sessionId()) && sessions.size() >= limit;
    }
}
