package io.flotilla.socket.engineio;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** What tells a browser that a page of another origin may read our answers. Only for requests that were let in. */
final class Cors {
    private static final String A_DAY = "86400";

    private Cors() {}

    static void allow(HttpServerRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            request.response()
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
        }
        request.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }

    static void preflight(HttpServerRequest request) {
        var response = request.response().setStatusCode(204);
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, A_DAY);
        var wanted = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (wanted != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, wanted);
        }
        response.end();
    }
}
