package io.flotilla.gateway.usersession;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A browser's tab that listens to its sessions over a real WebSocket. */
final class Tab {
    private final ClientWebSocket socket;
    private final List<JsonObject> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger closeCode = new AtomicInteger();
    private volatile int refusal;

    private Tab(ClientWebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(text -> heard.add(new JsonObject(text)));
        socket.closeHandler(gone -> closeCode.set(socket.closeStatusCode() == null ? 1006 : socket.closeStatusCode()));
    }

    /** A browser at one address. */
    record Browser(Vertx vertx, WebSocketClient client, int port) implements AutoCloseable {
        static Browser at(int port, String address) {
            var vertx = Vertx.vertx();
            var options = new WebSocketClientOptions().setMaxConnections(1000);
            options.setLocalAddress(address);
            return new Browser(vertx, vertx.createWebSocketClient(options), port);
        }

        Tab open(String cookie) {
            return open(cookie, "http://127.0.0.1:" + port);
        }

        Tab open(String cookie, @Nullable String origin) {
            var options = options("/sessions/events").addHeader("Cookie", "other=1; __Host-flotilla=" + cookie);
            // Without one given the client would make one up.
            return open(origin == null ? options.setAllowOriginHeader(false) : options.addHeader("Origin", origin));
        }

        Tab openWith(String query) {
            return open(options("/sessions/events" + query));
        }

        Tab open(WebSocketConnectOptions options) {
            var tab = new Tab(client.webSocket());
            try {
                tab.socket
                        .connect(options)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof UpgradeRejectedException rejected)) {
                    throw e;
                }
                tab.refusal = rejected.getStatus();
            }
            return tab;
        }

        WebSocketConnectOptions options(String uri) {
            return new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setURI(uri)
                    .addSubProtocol("flotilla.sessions.v1")
                    .addHeader("User-Agent", ScriptedExchanges.BROWSER);
        }

        @Override
        public void close() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    void say(String text) {
        socket.writeTextMessage(text);
    }

    void hangUp() {
        socket.close();
    }

    List<JsonObject> heard() {
        return heard;
    }

    List<JsonObject> heard(String type) {
        return heard.stream()
                .filter(message -> type.equals(message.getString("type")))
                .toList();
    }

    boolean isGreeted() {
        return !heard("hello").isEmpty();
    }

    /** 0 while it is open. */
    int closeCode() {
        return closeCode.get();
    }

    /** HTTP status of a refused upgrade; 0 for none. */
    int refusal() {
        return refusal;
    }

    String subProtocol() {
        return socket.subProtocol();
    }
}
