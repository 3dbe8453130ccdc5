package io.flotilla.auth.limit;

import io.flotilla.kit.problem.Problem;
import java.time.Duration;

/** How a spent limit reads on the wire. */
public final class LimitProblems {
    private LimitProblems() {}

    /** 429, with whole seconds to wait, rounded up. */
    public static Problem spent(Duration wait) {
        long seconds = seconds(wait);
        return Problem.of(429, "rate_limit_exceeded")
                .with("message", "Too many failed attempts; try again later")
                .with("retry_after", seconds)
                .withHeader("Retry-After", Long.toString(seconds));
    }

    public static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
