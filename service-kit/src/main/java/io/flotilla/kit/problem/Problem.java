package io.flotilla.kit.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An answer that is not the wished-for one: a status, a JSON body and headers. The body's shape is the caller's dialect
 * (existing clients fix several), so it is a map, built by the few methods here and by each service's own table.
 */
public record Problem(int status, Map<String, Object> body, Map<String, String> headers) {
    public Problem {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("not a refusal: " + status);
        }
        body = Map.copyOf(body);
        headers = Map.copyOf(headers);
    }

    /** {@code {"error": message}}. */
    public static Problem of(int status, String message) {
        return new Problem(status, Map.of("error", Objects.requireNonNull(message, "message is null")), Map.of());
    }

    /** 503: something this service depends on is away; come back in a second. */
    public static Problem unavailable(String message) {
        return of(503, message).with("retryAfter", 1).withHeader("Retry-After", "1");
    }

    /** The same with one more field in the body. */
    public Problem with(String field, Object value) {
        var wider = new LinkedHashMap<>(body);
        wider.put(field, value);
        return new Problem(status, wider, headers);
    }

    /** The same with one more header. */
    public Problem withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, body, more);
    }

    /** For {@code throw problem.asException()} at the edge of a resource; a domain returns refusals as data instead. */
    public ProblemException asException() {
        return new ProblemException(this);
    }
}
