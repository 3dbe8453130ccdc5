package io.flotilla.gateway.edge;

import io.flotilla.gateway.protocol.Json;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** What the edge answers by itself: JSON, and a page that loads itself again for a person who waits for a service. */
public final class EdgeAnswers {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta http-equiv="refresh" content="%1$d">
            <title>One moment – Flotilla</title>
            <style>
            body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1.5rem; color-scheme: light dark }
            </style>
            </head>
            <body>
            <h1>One moment</h1>
            <p>A part of Flotilla (%2$s) is starting or unreachable. This page tries again by itself.</p>
            <p><a href="">Try now</a></p>
            </body>
            </html>
            """;

    private EdgeAnswers() {}

    /** {@code {"error": message}}; done when it is written. */
    public static Future<Void> refuse(HttpServerResponse response, int status, String message) {
        return answer(
                response,
                status,
                "application/json",
                Json.object().put("error", message).toString());
    }

    /** 503: the same request may well succeed soon. */
    public static void unavailable(HttpServerResponse response, String message, Duration retryAfter) {
        if (!response.headWritten()) {
            response.putHeader("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        refuse(response, 503, message);
    }

    static void away(HttpServerRequest request, Backend backend, Duration retryAfter) {
        var response = request.response();
        if (!wantsPage(request)) {
            unavailable(response, backend.serviceName() + " is starting or unreachable; try again", retryAfter);
            return;
        }
        var seconds = Math.max(1, retryAfter.toSeconds());
        if (!response.headWritten()) {
            response.putHeader("Retry-After", Long.toString(seconds))
                    .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        }
        answer(response, 503, "text/html; charset=utf-8", PAGE.formatted(seconds, backend.serviceName()));
    }

    private static boolean wantsPage(HttpServerRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null
                && accept.contains("text/html")
                && request.method().name().equals("GET");
    }

    private static Future<Void> answer(HttpServerResponse response, int status, String type, String body) {
        if (response.headWritten() || response.closed()) {
            return Future.succeededFuture();
        }
        return response.setStatusCode(status)
                .putHeader("Content-Type", type)
                .putHeader("Cache-Control", "no-store")
                .end(body);
    }
}
