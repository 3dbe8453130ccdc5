package io.flotilla.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two services behind the edge that tell what reached them, and misbehave on demand. */
public final class FakeServices implements QuarkusTestResourceLifecycleManager {
    /** So that waiting for the end of it does not take long; everything else as shipped. */
    private static final Map<String, String> SHORT_PATIENCE = Map.ofEntries(
            Map.entry("flotilla.gateway.media.linger", "300ms"),
            Map.entry("flotilla.gateway.media.patience", "2s"),
            Map.entry("flotilla.gateway.media.stall", "2s"),
            Map.entry("flotilla.gateway.membership.grace", "2s"),
            Map.entry("flotilla.gateway.edge.answer-timeout", "2s"),
            Map.entry("flotilla.gateway.sockets.recheck", "3s"),
            Map.entry("flotilla.gateway.sockets.connect-timeout", "8s"),
            // Tests play many nodes, each of which listens.
            Map.entry("quarkus.redis.channels.max-pool-size", "200"),
            Map.entry("flotilla.gateway.allowed-origins", "https://friend.example"),
            // Tests that come from this address play a proxy, all others strangers.
            Map.entry("flotilla.trusted-proxies", "127.0.0.2/32"));

    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        var config = new HashMap<>(SHORT_PATIENCE);
        config.put("flotilla.session.url", url(service("session")));
        config.put("flotilla.broker.url", url(service("broker")));
        return config;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpServer service(String name) {
        return vertx.createHttpServer()
                .requestHandler(request -> handle(name, request))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private void handle(String name, HttpServerRequest request) {
        switch (request.path()) {
            case "/silent" -> {}
            case "/hangs-up" -> request.connection().close();
            case "/half" -> {
                request.response().setChunked(true).write("half an answer");
                vertx.setTimer(50, timer -> request.connection().close());
            }
            case "/large" -> request.response().end(Buffer.buffer(new byte[5 << 20]));
            case "/redirect" ->
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", "https://provider.example/authorize?state=s")
                        .putHeader("Set-Cookie", (Iterable<String>)
                                List.of("a=1; Path=/; HttpOnly", "b=2; Path=/", "c=; Max-Age=0"))
                        .end();
            case "/nothing" -> request.response().setStatusCode(204).end();
            case "/hops" ->
                request.response()
                        .putHeader("Connection", "X-Private")
                        .putHeader("X-Private", "secret")
                        .putHeader("Set-Cookie", "a=1")
                        .end("x");
            default -> request.body().onSuccess(body -> tell(name, request, body));
        }
    }

    private static void tell(String name, HttpServerRequest request, Buffer body) {
        var headers = new JsonObject();
        request.headers()
                .names()
                .forEach(header -> headers.put(
                        header.toLowerCase(java.util.Locale.ROOT),
                        String.join(" | ", request.headers().getAll(header))));
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("service", name)
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .put("length", body.length())
                        .encode());
    }
}
