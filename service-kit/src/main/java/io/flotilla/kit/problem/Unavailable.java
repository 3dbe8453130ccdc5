package io.flotilla.kit.problem;

/** Something this service depends on does not answer: 503 with {@code Retry-After}. The message is shown and names no address or secret. */
public final class Unavailable extends RuntimeException {
    public Unavailable(String message) {
        super(message);
    }

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /** The answer for it. */
    public Problem problem() {
        return Problem.unavailable(getMessage() == null ? "Temporarily unavailable" : getMessage());
    }
}
