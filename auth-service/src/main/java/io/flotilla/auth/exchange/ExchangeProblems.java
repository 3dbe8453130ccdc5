package io.flotilla.auth.exchange;

import io.flotilla.auth.exchange.Authentication.Authenticated;
import io.flotilla.auth.limit.LimitProblems;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.problem.Unavailable;

/** How an authentication that came to nothing reads on the wire. */
public final class ExchangeProblems {
    private ExchangeProblems() {}

    /** The user, or the problem as an exception. */
    static Authenticated orThrow(Authentication authentication) {
        return switch (authentication) {
            case Authenticated authenticated -> authenticated;
            case Authentication.Known _, Authentication.KnownElsewhere _ ->
                throw new IllegalStateException("a credential for signing in where a session's was asked for");
            case Authentication.Denied(var reason) -> throw denied(reason).asException();
            case Authentication.Limited(var wait) ->
                throw LimitProblems.spent(wait).asException();
            case Authentication.Away(var message) -> throw new Unavailable(message);
        };
    }

    /** The same 401 for every kind of wrong. */
    public static Problem denied(Authentication.Reason reason) {
        var message =
                switch (reason) {
                    case SESSION_EXPIRED -> "The session has expired";
                    case SESSION_REQUIRED -> "Authentication required";
                    case INVALID_CREDENTIALS -> "The credentials are not valid";
                };
        return Problem.of(401, message)
                .with("status", "error")
                .with("success", false)
                .with("code", reason.name())
                .with("message", message);
    }
}
