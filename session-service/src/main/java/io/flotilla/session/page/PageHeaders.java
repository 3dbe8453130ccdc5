package io.flotilla.session.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;

/**
 * What a browser may do with a page and how long it may keep it. Pages are asked for anew each time; what they ask for with a version
 * ({@code ?v=…}) never changes.
 */
@Singleton
final class PageHeaders {
    /** After the headers that every answer gets: those leave alone what is set here. */
    private static final int AFTER_THE_KIT = 500;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "frame-src 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'");
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy",
                    "autoplay=(self), clipboard-read=(self), clipboard-write=(self), fullscreen=(self), camera=(),"
                            + " geolocation=(), microphone=(), payment=(), usb=()",
            "Referrer-Policy", "same-origin",
            "X-Frame-Options", "DENY");

    void register(@Observes Filters filters) {
        filters.register(this::add, AFTER_THE_KIT);
    }

    private void add(RoutingContext request) {
        var path = request.normalizedPath();
        if (isPage(path)) {
            HEADERS.forEach(request.response()::putHeader);
            boolean versioned =
                    path.startsWith("/static/") && request.queryParams().contains("v");
            request.addHeadersEndHandler(_ -> keep(request, versioned));
        }
        request.next();
    }

    private static void keep(RoutingContext request, boolean versioned) {
        int status = request.response().getStatusCode();
        boolean found = status == 200 || status == 206 || status == 304;
        boolean read = READING.contains(request.request().method());
        var life = versioned && found && read ? "public, max-age=31536000, immutable" : "no-cache";
        request.response().putHeader(HttpHeaders.CACHE_CONTROL, life);
    }

    private static boolean isPage(String path) {
        return !path.startsWith("/api/") && !path.startsWith("/q/") && !path.startsWith("/internal/");
    }
}
