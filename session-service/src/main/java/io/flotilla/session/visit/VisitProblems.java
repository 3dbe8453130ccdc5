package io.flotilla.session.visit;

import io.flotilla.kit.problem.Problem;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;

/** The 401 of a browser without a session that runs: JSON, never a redirect, and why. */
final class VisitProblems {
    private VisitProblems() {}

    static UserSession running(Seen seen) {
        return switch (seen) {
            case Seen.Running(UserSession session) -> session;
            case Seen.Over(UserSession _, SessionEnd why) ->
                throw problem("SESSION_EXPIRED", why.message())
                        .with("reason", why.wire())
                        .asException();
            case Seen.Unknown _ -> throw required().asException();
        };
    }

    static Problem required() {
        return problem("SESSION_REQUIRED", "Authentication required");
    }

    private static Problem problem(String code, String message) {
        return Problem.of(401, message)
                .with("status", "error")
                .with("success", false)
                .with("code", code)
                .with("message", message);
    }
}
