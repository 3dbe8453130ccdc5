package io.flotilla.vmbroker.pool;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the pool should do next, decided from numbers alone. */
final class PoolPlan {
    /** What an operator wants. */
    record Wish(int size, Duration maxAge, Duration restAfterClaim, Duration firstPause, Duration longestPause) {}

    /**
     * What is.
     *
     * @param vms taken seats: VMs that run or start
     * @param claimsStarting creates that are at work on a browser of their own right now
     * @param failures failed starts since the last good one
     */
    record Situation(
            int ready,
            int vms,
            int capacity,
            int claimsStarting,
            @Nullable Instant oldest,
            @Nullable Instant lastClaim,
            int failures,
            @Nullable Instant lastFailure) {}

    enum Step {
        /** One more. */
        START,
        /** The oldest has to go: too old, or its seat is needed. */
        CLOSE_OLDEST,
        REST
    }

    private PoolPlan() {}

    static Step next(Wish wish, Situation now, Instant time) {
        var oldest = now.oldest();
        if (oldest != null && (now.ready() > wish.size() || now.ready() + now.vms() > now.capacity())) {
            return Step.CLOSE_OLDEST;
        }
        if (oldest != null && !oldest.plus(wish.maxAge()).isAfter(time)) {
            return Step.CLOSE_OLDEST;
        }
        var wanted = now.ready() < wish.size() && now.ready() + now.vms() < now.capacity();
        return wanted && now.claimsStarting() == 0 && hasRested(wish, now, time) ? Step.START : Step.REST;
    }

    private static boolean hasRested(Wish wish, Situation now, Instant time) {
        var claim = now.lastClaim();
        if (claim != null && claim.plus(wish.restAfterClaim()).isAfter(time)) {
            return false;
        }
        var failure = now.lastFailure();
        return failure == null || !failure.plus(pause(wish, now.failures())).isAfter(time);
    }

    /** Doubles with each failure in a row. */
    static Duration pause(Wish wish, int failures) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        var doubled = wish.firstPause().multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(wish.longestPause()) > 0 ? wish.longestPause() : doubled;
    }
}
