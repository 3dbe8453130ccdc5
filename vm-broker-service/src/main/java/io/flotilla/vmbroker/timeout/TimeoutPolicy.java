package io.flotilla.vmbroker.timeout;

import io.flotilla.vmbroker.timeout.Timeouts.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides from what was, what holds and what time it is; the same question always has the same answer. */
public final class TimeoutPolicy {
    private record Deadline(Clock clock, Instant at) {}

    private TimeoutPolicy() {}

    public static Decision next(Timeouts timeouts, Usage usage, Instant now) {
        var over = deadlines(timeouts, usage)
                .filter(deadline -> !deadline.at().isAfter(now))
                .findFirst();
        if (over.isPresent()) {
            return new Decision.End(over.get().clock());
        }
        var soon = deadlines(timeouts, usage)
                .filter(deadline -> deadline.clock() != Clock.OFFLINE) // nobody is there to be warned
                .filter(deadline -> !deadline.at().minus(timeouts.warning()).isAfter(now))
                .findFirst()
                .map(deadline -> new Decision.Warn(deadline.clock(), deadline.at()));
        var warned = usage.warned();
        if (soon.isPresent()) {
            return soon.get().equals(warned) ? new Decision.Keep() : soon.get();
        }
        return warned == null ? new Decision.Keep() : new Decision.CallOff(warned.clock());
    }

    /** When the absolute clock runs out, if it ever does. */
    public static Optional<Instant> expiresAt(Timeouts timeouts, Instant createdAt) {
        return Optional.ofNullable(timeouts.absolute()).map(createdAt::plus);
    }

    /** Those that run, soonest first. */
    private static Stream<Deadline> deadlines(Timeouts timeouts, Usage usage) {
        return Stream.of(
                        deadline(Clock.ABSOLUTE, usage.createdAt(), timeouts.absolute()),
                        deadline(Clock.INACTIVE, usage.lastActAt(), timeouts.inactive()),
                        deadline(Clock.OFFLINE, usage.unwatchedSince(), timeouts.offline()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Deadline::at));
    }

    private static Optional<Deadline> deadline(Clock clock, @Nullable Instant from, @Nullable Duration life) {
        return from == null || life == null ? Optional.empty() : Optional.of(new Deadline(clock, from.plus(life)));
    }
}
