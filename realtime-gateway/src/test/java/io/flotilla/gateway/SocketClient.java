package io.flotilla.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a Socket.IO client, over a WebSocket only and without binary packets. It answers pings, and never comes back by
 * itself. {@link #enter} makes a {@link SocketVisit} of a namespace.
 */
public final class SocketClient implements AutoCloseable {
    private static final Vertx VERTX = Vertx.vertx();

    private static final Map<String, WebSocketClient> NETWORKS = new ConcurrentHashMap<>();

    private final ClientWebSocket socket;
    private final Map<String, SocketVisit> visits = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private volatile int refusal;
    private volatile int closeCode;
    private volatile String closeReason = "";

    private SocketClient(ClientWebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(this::hear);
        socket.closeHandler(gone -> {
            closeReason = socket.closeReason() == null ? "" : socket.closeReason();
            opened.complete(null);
            closeCode = socket.closeStatusCode() == null ? 1006 : socket.closeStatusCode();
            visits.values().forEach(SocketVisit::cut);
        });
    }

    /** A client to be; each method returns another one. */
    public record Plan(int port, String from, Map<String, String> headers, String query) {
        public Plan from(String address) {
            return new Plan(port, address, headers, query);
        }

        public Plan with(String header, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Plan(port, from, more, query);
        }

        /** As a page of the gateway's own sends it. */
        public Plan withCookie(String value) {
            return with("Cookie", "other=1; __Host-flotilla=" + value).with("Origin", "http://127.0.0.1:" + port);
        }

        public Plan withBearer(String token) {
            return with("Authorization", "Bearer " + token);
        }

        /** Such as {@code token=abc}. */
        public Plan asking(String more) {
            return new Plan(port, from, headers, query + "&" + more);
        }

        public SocketClient open() {
            var options = new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setURI("/socket.io/?EIO=4&transport=websocket" + query)
                    // It would make one up, or drop the one given.
                    .setAllowOriginHeader(headers.containsKey("Origin"));
            headers.forEach(options::addHeader);
            var client = new SocketClient(
                    NETWORKS.computeIfAbsent(from, SocketClient::network).webSocket());
            try {
                client.socket
                        .connect(options)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof UpgradeRejectedException rejected)) {
                    throw e;
                }
                client.refusal = rejected.getStatus();
                return client;
            }
            // Nobody speaks before the server has; but this library loses a frame that comes in one piece with the
            // answer to its handshake.
            client.opened.completeOnTimeout(null, 500, TimeUnit.MILLISECONDS).join();
            return client;
        }

        /** Opens a connection and enters at once; returns when that is decided. */
        public SocketVisit enter(String namespace) {
            return enter(namespace, null);
        }

        public SocketVisit enter(String namespace, @Nullable JsonObject auth) {
            return open().enter(namespace, auth);
        }
    }

    private static WebSocketClient network(String from) {
        var options = new WebSocketClientOptions().setMaxConnections(100_000);
        options.setLocalAddress(from);
        return VERTX.createWebSocketClient(options);
    }

    public static Plan to(int port) {
        return new Plan(port, "127.0.0.1", Map.of(), "");
    }

    /** Returns when the client was let in, refused or cut off. */
    public SocketVisit enter(String namespace, @Nullable JsonObject auth) {
        var visit = new SocketVisit(this, namespace);
        visits.put(namespace, visit);
        if (closeCode != 0) {
            visit.cut();
        }
        say("40" + namespace + "," + (auth == null ? "" : auth.encode()));
        visit.awaitAnswer();
        return visit;
    }

    /** A packet as it goes over the wire, Engine.IO's type included. */
    public void say(String packet) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(packet);
        }
    }

    /** HTTP status of a refused upgrade; 0 for none. */
    public int refusal() {
        return refusal;
    }

    /** 0 while it is open. */
    public int closeCode() {
        return closeCode;
    }

    public String closeReason() {
        return closeReason;
    }

    /** Takes nothing any more from the network, and answers nothing. */
    public void stall() {
        socket.pause();
    }

    @Override
    public void close() {
        if (refusal == 0) {
            socket.close();
        }
    }

    private void hear(String packet) {
        switch (packet.charAt(0)) {
            case '0' -> opened.complete(null);
            case '2' -> say("3");
            case '4' -> message(packet.substring(1));
            default -> {}
        }
    }

    /** {@code type namespace, id payload}. */
    private void message(String packet) {
        var named = packet.startsWith("/", 1);
        var comma = named ? packet.indexOf(',') : 0;
        var visit = visits.get(named ? packet.substring(1, comma < 0 ? packet.length() : comma) : "/");
        if (visit != null) {
            visit.hear(packet.charAt(0), comma < 0 ? "" : packet.substring(comma + 1));
        }
    }
}
