package io.flotilla.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * CORS for pages of {@link AllowedOrigins} (Fetch standard, section 3.3), under {@code /api/} and {@code /v0/}. They bring a bearer token:
 * no answer ever allows credentials. A foreign origin gets no header and thereby nothing; it is not refused, since behind a proxy our own
 * pages cannot be told from it here.
 */
@Singleton
final class CrossOrigin {
    private static final int AFTER_SECURITY_HEADERS = 8_900;
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Accept, Authorization, Content-Type, Idempotency-Key, X-Request-Id";
    private static final String EXPOSED =
            "Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Request-Id";

    private final AllowedOrigins allowed;

    CrossOrigin(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    void register(@Observes Filters filters) {
        if (!allowed.values().isEmpty()) {
            filters.register(this::watch, AFTER_SECURITY_HEADERS);
        }
    }

    private void watch(RoutingContext context) {
        var request = context.request();
        var path = request.path();
        if (path == null || !(path.startsWith("/api/") || path.startsWith("/v0/"))) {
            context.next();
            return;
        }
        var headers = context.response().headers();
        headers.add("Vary", "Origin");
        var origin = request.getHeader("Origin");
        if (origin == null || !allowed.values().contains(origin)) {
            context.next();
            return;
        }
        headers.set("Access-Control-Allow-Origin", origin);
        if (request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains("Access-Control-Request-Method")) {
            headers.set("Access-Control-Allow-Methods", METHODS);
            headers.set("Access-Control-Allow-Headers", HEADERS);
            headers.set("Access-Control-Max-Age", "600");
            var _ = context.response().setStatusCode(204).end();
            return;
        }
        headers.set("Access-Control-Expose-Headers", EXPOSED);
        context.next();
    }
}
