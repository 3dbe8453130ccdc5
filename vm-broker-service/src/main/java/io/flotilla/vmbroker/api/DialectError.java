package io.flotilla.vmbroker.api;

import io.flotilla.kit.problem.Problem;
import java.util.Map;

/** The dialect's refusals: {@code {"code":"err_…","message":"…"}}. */
enum DialectError {
    BAD_REQUEST(400, "err_bad_request"),
    EXCEEDED_VM_LIMIT(400, "err_exceeded_vm_limit"),
    UNAUTHENTICATED(401, "err_unauthenticated"),
    FORBIDDEN(403, "err_forbidden"),
    NOT_FOUND(404, "err_not_found"),
    UNAVAILABLE(503, "err_unavailable");

    private static final String RETRY_SECONDS = "2";

    private final int status;
    private final String code;

    DialectError(int status, String code) {
        this.status = status;
        this.code = code;
    }

    Problem saying(String message) {
        var problem = new Problem(status, Map.of("code", code, "message", message), Map.of());
        return this == UNAVAILABLE ? problem.withHeader("Retry-After", RETRY_SECONDS) : problem;
    }

    /** What the framework or the kit refused, by its status; codes for what the dialect never named are plain words. */
    static String codeOf(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED.code;
            case 403 -> FORBIDDEN.code;
            case 404 -> NOT_FOUND.code;
            case 405 -> "err_method_not_allowed";
            case 413 -> "err_too_large";
            case 415 -> "err_unsupported_media_type";
            case 429 -> "err_rate_limited";
            case 503 -> UNAVAILABLE.code;
            default -> status < 500 ? BAD_REQUEST.code : "err_internal";
        };
    }
}
