package io.flotilla.auth.login;

import io.flotilla.auth.account.Broken;
import io.flotilla.kit.problem.Problem;

/** How a sign-in or sign-up that came to nothing reads on the wire. */
final class LoginProblems {
    private LoginProblems() {}

    /** The one answer to every wrong pair. */
    static Problem invalidCredentials() {
        return failed(401, "INVALID_CREDENTIALS", "The name or the password is not right");
    }

    static Problem broken(Broken broken) {
        return failed(422, "VALIDATION_FAILED", broken.message())
                .with("field", broken.field())
                .with("rule", broken.rule());
    }

    /** Does not say which of the two is taken. */
    static Problem accountExists() {
        return failed(409, "ACCOUNT_EXISTS", "An account with this name or e-mail address exists");
    }

    static Problem switchedOff(String what) {
        return failed(404, "METHOD_OFF", what + " is switched off on this installation");
    }

    static Problem noPassword() {
        return failed(403, "NO_PASSWORD", "Only somebody who signs in with a password can change it");
    }

    static Problem changedMeanwhile() {
        return failed(409, "CHANGED_MEANWHILE", "The account was changed at the same time; sign in again");
    }

    static Problem noSession() {
        return failed(403, "NO_SESSION", "An API key has no user session");
    }

    private static Problem failed(int status, String code, String message) {
        return Problem.of(status, message)
                .with("status", "error")
                .with("success", false)
                .with("code", code)
                .with("message", message);
    }
}
