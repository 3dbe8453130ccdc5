package io.flotilla.kit.limit;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.identity.CurrentCaller;
import io.flotilla.kit.problem.Problem;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * Counts this request; {@link LimitFilter} does it for what {@link LimitRules} names, and a resource where the class depends on more than
 * the path. The answer then has {@code X-RateLimit-*}.
 */
@RequestScoped
public class CallLimit {
    private final CurrentCaller caller;
    private final ClientAddress address;
    private final Limits limits;
    private final KitConfig.Limits config;
    private @Nullable Counted counted;

    CallLimit(CurrentCaller caller, ClientAddress address, Limits limits, KitConfig config) {
        this.caller = caller;
        this.address = address;
        this.limits = limits;
        this.config = config.limits();
    }

    /**
     * Counts this request as one of that class, by its user session or else its address; blocks. Throws a problem of 429 when it is one
     * too many, and {@link io.flotilla.kit.problem.Unavailable} when nobody can count.
     */
    public void count(LimitClass limitClass) {
        counting(limitClass).run();
    }

    /** Looks at the request now; what it returns may run on any thread. */
    Runnable counting(LimitClass limitClass) {
        var from = address.value();
        var key = LimitKey.of(caller.get(), from);
        return () -> {
            count(limitClass, key);
            // A new session is free to have, so that signing in also counts by address.
            if (limitClass == LimitClass.SIGN_IN) {
                count(LimitClass.SIGN_IN_PER_ADDRESS, LimitKey.ofAddress(from));
            }
        };
    }

    /** What the answer tells of; null when nothing was counted. */
    @Nullable
    Counted counted() {
        return counted;
    }

    private void count(LimitClass limitClass, String key) {
        int limit = limit(limitClass);
        if (limit <= 0) {
            return;
        }
        var now = limits.count(limitClass, key, limit);
        var before = counted;
        if (before == null || now.refused() || now.remaining() < before.remaining()) {
            counted = now;
        }
        if (now.refused()) {
            throw tooMany(now.resetSeconds()).asException();
        }
    }

    private int limit(LimitClass limitClass) {
        return switch (limitClass) {
            case SIGN_IN -> config.signIn();
            case SIGN_IN_PER_ADDRESS -> config.signInPerAddress();
            case WRITES -> config.writes();
            case CSRF -> config.csrf();
            case INFO -> config.info();
        };
    }

    private static Problem tooMany(long seconds) {
        return Problem.of(429, "rate_limit_exceeded")
                .with("message", "Too many requests; try again later")
                .with("retry_after", seconds)
                .withHeader("Retry-After", Long.toString(seconds));
    }
}
