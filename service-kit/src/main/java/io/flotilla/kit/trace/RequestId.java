package io.flotilla.kit.trace;

import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Reads the id of a request. */
public final class RequestId {
    /** The header that carries it in and out. */
    public static final String HEADER = "X-Request-Id";

    static final String KEY = "requestId";

    private RequestId() {}

    /** The id of the request at work on this thread, or null where there is none. */
    public static @Nullable String current() {
        return MDC.get(KEY) instanceof String id ? id : null;
    }

    /** The id of this request, or null when routing has not seen it yet. */
    public static @Nullable String of(RoutingContext request) {
        return request.get(KEY);
    }
}
