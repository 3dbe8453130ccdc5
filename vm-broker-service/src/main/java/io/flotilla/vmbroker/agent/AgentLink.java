package io.flotilla.vmbroker.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.secret.Secret;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The way to one VM's agent. Wishes sent while it is not connected are dropped, except the newest settings, which greet it whenever it
 * connects. Thread-safe.
 */
public final class AgentLink implements AutoCloseable {
    /** Hears one VM's agent; must not block. */
    public interface Ear {
        void media(Buffer message);

        void said(JsonNode message);
    }

    private final Secret secret;
    private final Ear ear;
    private final Runnable forget;
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private @Nullable ServerWebSocket socket;
    private @Nullable JsonObject settings;
    private boolean closed;

    AgentLink(Secret secret, Ear ear, Runnable forget) {
        this.secret = secret;
        this.ear = ear;
        this.forget = forget;
    }

    /** Completes at the first hello. */
    public CompletableFuture<Void> connected() {
        return connected;
    }

    /** Sends settings now and at every later hello; replaces what was set before. */
    public synchronized void set(JsonObject wish) {
        settings = wish;
        tell(wish);
    }

    public synchronized void tell(JsonObject wish) {
        if (socket != null && !socket.isClosed()) {
            socket.writeTextMessage(wish.encode());
        }
    }

    @Override
    public void close() {
        forget.run();
        synchronized (this) {
            closed = true;
            if (socket != null) {
                socket.close();
            }
        }
    }

    boolean opensWith(Secret shown) {
        return secret.equals(shown);
    }

    /** The newest socket wins: an agent that dials again has lost the old one. */
    void attach(ServerWebSocket arrived) {
        synchronized (this) {
            if (closed) {
                arrived.close();
                return;
            }
            if (socket != null && socket != arrived) {
                socket.close();
            }
            socket = arrived;
            if (settings != null) {
                tell(settings);
            }
        }
        connected.complete(null);
    }

    synchronized boolean isCurrent(ServerWebSocket arrived) {
        return socket == arrived && !closed;
    }

    Ear ear() {
        return ear;
    }
}
