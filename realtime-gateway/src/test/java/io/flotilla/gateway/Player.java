package io.flotilla.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
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
import java.util.concurrent.atomic.AtomicLong;

/** A real WebSocket client that acknowledges like a player, as long as it is told to. */
public final class Player {
    private final ClientWebSocket socket;
    private final List<JsonObject> texts = new CopyOnWriteArrayList<>();
    private final List<Buffer> media = new CopyOnWriteArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicInteger closeCode = new AtomicInteger();
    private volatile String closeReason;
    private volatile boolean acknowledges = true;
    private volatile int refusal;

    private Player(ClientWebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(text -> texts.add(new JsonObject(text)));
        socket.binaryMessageHandler(this::media);
        socket.closeHandler(gone -> {
            closeReason = socket.closeReason();
            closeCode.set(socket.closeStatusCode() == null ? 1006 : socket.closeStatusCode());
        });
    }

    /** Opens players against one gateway. */
    public record Studio(Vertx vertx, WebSocketClient client, int port) implements AutoCloseable {
        public static Studio at(int port) {
            var vertx = Vertx.vertx();
            return new Studio(
                    vertx,
                    vertx.createWebSocketClient(new WebSocketClientOptions()
                            .setMaxConnections(1000)
                            .setMaxFrameSize(1 << 20)
                            .setReceiveBufferSize(32 * 1024)),
                    port);
        }

        public Player open(String vmId, String token) {
            return open(vmId, token, null);
        }

        public Player open(String vmId, String token, String origin) {
            var player = new Player(client.webSocket());
            var options = new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setURI("/vm/" + vmId + "/media")
                    .addSubProtocol("flotilla.media.v1");
            if (token != null) {
                options.addSubProtocol("bearer." + token);
            }
            if (origin != null) {
                options.addHeader("Origin", origin);
            }
            try {
                player.socket
                        .connect(options)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof UpgradeRejectedException rejected)) {
                    throw e;
                }
                player.refusal = rejected.getStatus();
            }
            return player;
        }

        @Override
        public void close() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    public void say(JsonObject message) {
        socket.writeTextMessage(message.encode());
    }

    public void sayRaw(String text) {
        socket.writeTextMessage(text);
    }

    public void sayBinary(Buffer bytes) {
        socket.writeBinaryMessage(bytes);
    }

    public Player says(String type) {
        say(new JsonObject().put("type", type));
        return this;
    }

    public void decodes(boolean visible, String... formats) {
        say(new JsonObject()
                .put("type", "formats")
                .put("formats", List.of(formats))
                .put("visible", visible));
    }

    /** Draws nothing more, and says so by saying nothing. */
    public void stopAcknowledging() {
        acknowledges = false;
    }

    public void acknowledge(long bytes) {
        say(new JsonObject().put("type", "ack").put("bytes", bytes));
    }

    /** The process hangs: not even the kernel's buffer is emptied. */
    public void freeze() {
        socket.pause();
    }

    public void hangUp() {
        socket.close();
    }

    public List<JsonObject> texts(String type) {
        return texts.stream()
                .filter(message -> type.equals(message.getString("type")))
                .toList();
    }

    public List<JsonObject> texts() {
        return texts;
    }

    public List<Buffer> media() {
        return media;
    }

    public List<Buffer> media(int kind) {
        return media.stream().filter(message -> Frames.kind(message) == kind).toList();
    }

    public long received() {
        return received.get();
    }

    /** 0 while it is open. */
    public int closeCode() {
        return closeCode.get();
    }

    public String closeReason() {
        return closeReason;
    }

    /** HTTP status of a refused upgrade; 0 for none. */
    public int refusal() {
        return refusal;
    }

    public String subProtocol() {
        return socket.subProtocol();
    }

    private void media(Buffer message) {
        media.add(message);
        var sum = received.addAndGet(message.length());
        if (acknowledges) {
            acknowledge(sum);
        }
    }
}
