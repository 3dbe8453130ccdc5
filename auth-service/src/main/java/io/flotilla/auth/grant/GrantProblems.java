package io.flotilla.auth.grant;

import io.flotilla.auth.exchange.ExchangeProblems;
import io.flotilla.auth.limit.LimitProblems;
import io.flotilla.auth.token.TokenAnswer;
import io.flotilla.kit.problem.Problem;
import io.flotilla.kit.problem.Unavailable;

/** How an offer that came to nothing reads on the wire. */
final class GrantProblems {
    private GrantProblems() {}

    /** The answer, or the problem as an exception. */
    static TokenAnswer orThrow(Grant grant) {
        return switch (grant) {
            case Grant.Granted(var access, var refresh) -> TokenAnswer.bearer(access, refresh);
            case Grant.Denied(var reason) ->
                throw ExchangeProblems.denied(reason).asException();
            case Grant.Limited(var wait) -> throw LimitProblems.spent(wait).asException();
            case Grant.Away(var message) -> throw new Unavailable(message);
        };
    }

    static Problem malformed(String code, String message) {
        return Problem.of(400, message).with("code", code).with("message", message);
    }

    static Problem switchedOff(String method) {
        return malformed("METHOD_OFF", "Signing in by " + method + " is switched off here");
    }

    static Problem csrf() {
        var message = "The CSRF token is missing or invalid";
        return Problem.of(403, message)
                .with("message", message)
                .with("status", "error")
                .with("success", false)
                .with("code", "CSRF_INVALID");
    }
}
