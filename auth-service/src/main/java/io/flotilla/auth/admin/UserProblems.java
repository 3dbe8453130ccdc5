package io.flotilla.auth.admin;

import io.flotilla.kit.problem.Problem;

/** How a refusal to look after accounts reads on the wire. */
final class UserProblems {
    private UserProblems() {}

    static Problem notAdmin() {
        return failed(403, "FORBIDDEN", "Only administrators may do this");
    }

    static Problem unknown() {
        return failed(404, "NOT_FOUND", "There is no such user");
    }

    static Problem ownAccount() {
        return failed(409, "OWN_ACCOUNT", "Nobody can change their own status or roles");
    }

    static Problem lastAdmin() {
        return failed(409, "LAST_ADMIN", "The last administrator cannot be disabled or demoted");
    }

    static Problem invalid(String field, String message) {
        return failed(422, "VALIDATION_FAILED", message).with("field", field).with("rule", "value");
    }

    private static Problem failed(int status, String code, String message) {
        return Problem.of(status, message)
                .with("status", "error")
                .with("success", false)
                .with("code", code)
                .with("message", message);
    }
}
