package io.flotilla.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The broker's side of media.md, played from a script: says what the test wants, keeps what it hears. */
public final class ScriptedBroker implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<ServerWebSocket> gateways = new CopyOnWriteArrayList<>();
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    private final List<String> bearers = new CopyOnWriteArrayList<>();
    private final List<JsonObject> greeting = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int refuseWith;

    private ScriptedBroker(int port) {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setWebSocketSubProtocols(List.of("flotilla.media.v1"))
                        .setMaxWebSocketFrameSize(1 << 20))
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    public static ScriptedBroker start() {
        return new ScriptedBroker(0);
    }

    public static ScriptedBroker startAt(int port) {
        return new ScriptedBroker(port);
    }

    public int port() {
        return server.actualPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** Every gateway that comes from now on is told this first. */
    public ScriptedBroker greetsWith(JsonObject... messages) {
        greeting.addAll(List.of(messages));
        return this;
    }

    public void refuseWith(int status) {
        refuseWith = status;
    }

    public void send(Buffer message) {
        gateways.forEach(gateway -> gateway.writeBinaryMessage(message));
    }

    public void say(JsonObject message) {
        gateways.forEach(gateway -> gateway.writeTextMessage(message.encode()));
    }

    public void hangUp() {
        gateways.forEach(gateway -> gateway.close());
    }

    public int gateways() {
        return gateways.size();
    }

    public List<String> bearers() {
        return bearers;
    }

    public List<JsonObject> heard(String type) {
        return heard.stream()
                .filter(message -> type.equals(message.getString("type")))
                .toList();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        if (refuseWith != 0) {
            request.response().setStatusCode(refuseWith).end();
        } else {
            request.toWebSocket().onSuccess(this::take);
        }
    }

    private void take(ServerWebSocket gateway) {
        bearers.add(gateway.headers().get("Authorization") + " " + gateway.path());
        gateway.textMessageHandler(text -> heard.add(new JsonObject(text)));
        gateway.closeHandler(gone -> gateways.remove(gateway));
        greeting.forEach(message -> gateway.writeTextMessage(message.encode()));
        gateways.add(gateway);
    }
}
