package io.flotilla.kit.http;

import io.flotilla.kit.config.KitConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Puts the headers a browser needs to be safe on every answer that does not set them itself; a page brings its own policy. */
@Singleton
final class SecurityHeaders {
    private static final int EARLY = 9_000;

    private final String contentSecurityPolicy;

    SecurityHeaders(KitConfig config) {
        this.contentSecurityPolicy = config.contentSecurityPolicy();
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext request) {
        boolean api = request.request().path().startsWith("/api/");
        request.addHeadersEndHandler(ignored -> complete(request.response().headers(), api));
        request.next();
    }

    private void complete(MultiMap headers, boolean api) {
        unlessSet(headers, "X-Content-Type-Options", "nosniff");
        unlessSet(headers, "Content-Security-Policy", contentSecurityPolicy);
        // Addresses may carry a participant's token: no other site gets to read one.
        unlessSet(headers, "Referrer-Policy", "no-referrer");
        unlessSet(headers, "Cross-Origin-Resource-Policy", "same-origin");
        if (api) {
            unlessSet(headers, "Cache-Control", "no-store");
        }
    }

    private static void unlessSet(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
