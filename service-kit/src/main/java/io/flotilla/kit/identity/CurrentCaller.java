package io.flotilla.kit.identity;

import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.problem.Unavailable;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;

/**
 * The caller of this request, found out by {@link CallerFilter} before any resource runs. A cookie nobody can vouch for just now is only
 * an error for those who ask: every method here then throws {@link Unavailable}, and public routes go on working.
 */
@RequestScoped
public class CurrentCaller {
    private CallerCheck check = new CallerCheck.Known(new Caller.Nobody());

    /** Whoever it is. A cookie that opens nothing is nobody's. */
    public Caller get() {
        return switch (check) {
            case CallerCheck.Known(var caller) -> caller;
            case CallerCheck.Refused _ -> new Caller.Nobody();
            case CallerCheck.Limited(var seconds) -> throw limited(seconds).asException();
            case CallerCheck.Unknown _ -> throw new Unavailable("Sign-in cannot be checked at the moment");
        };
    }

    /** The user, or a 401 with {@code SESSION_REQUIRED} or {@code SESSION_EXPIRED}. A visit that may only sign in is nobody's. */
    public Caller.User user() {
        var visitor = visitor();
        if (visitor.isPending()) {
            throw unauthenticated("SESSION_REQUIRED").asException();
        }
        return visitor;
    }

    /** As {@link #user}, but also a visit that may only sign in: for the resources of signing in. */
    public Caller.User visitor() {
        if (get() instanceof Caller.User user) {
            return user;
        }
        var code = check instanceof CallerCheck.Refused(var why) ? why : "SESSION_REQUIRED";
        throw unauthenticated(code).asException();
    }

    /** The service, or a 403: users have no business here. With names, one of those services. */
    public Caller.Service service(String... names) {
        var caller = get();
        if (caller instanceof Caller.Service service
                && (names.length == 0 || List.of(names).contains(service.name()))) {
            return service;
        }
        throw Problem.of(caller instanceof Caller.Nobody ? 401 : 403, "A service token is needed")
                .asException();
    }

    void set(CallerCheck found) {
        this.check = found;
    }

    private static Problem limited(long seconds) {
        return Problem.of(429, "rate_limit_exceeded")
                .with("message", "Too many failed attempts; try again later")
                .with("retry_after", seconds)
                .withHeader("Retry-After", Long.toString(seconds));
    }

    static Problem unauthenticated(String code) {
        var message = code.equals("SESSION_EXPIRED") ? "The session has expired" : "Authentication required";
        return Problem.of(401, message)
                .with("status", "error")
                .with("success", false)
                .with("code", code)
                .with("message", message);
    }
}
