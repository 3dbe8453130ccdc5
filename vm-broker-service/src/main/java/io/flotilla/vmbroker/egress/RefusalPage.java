package io.flotilla.vmbroker.egress;

import io.vertx.core.http.HttpServerRequest;

/** Tells the person at the browser why a page does not open. Holds nothing of the request, so nothing can be injected. */
final class RefusalPage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Not reachable from here</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:34em;margin:15vh auto;padding:0 1em;color:#222}</style>
            <h1>This page cannot be opened</h1>
            <p>%s</p>
            <p>Go back, or enter another address.</p>
            </html>
            """;

    private RefusalPage() {}

    static void send(HttpServerRequest request, Refusal reason) {
        request.resume();
        request.response()
                .setStatusCode(reason.status())
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Connection", "close")
                .end(PAGE.formatted(reason.words()));
    }
}
