package io.flotilla.vmbroker.socket;

import io.flotilla.vmbroker.media.GatewaySocket;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the network has not taken yet; the stage decides by it. */
final class VertxGatewaySocket implements GatewaySocket {
    private final ServerWebSocket socket;
    private final Runnable cutLater;
    private final AtomicLong handed = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param cutLater drops the connection a moment from now, whatever still waits to be written */
    VertxGatewaySocket(ServerWebSocket socket, Runnable cutLater) {
        this.socket = socket;
        this.cutLater = cutLater;
    }

    @Override
    public void text(String json) {
        if (!closed.get()) {
            sent(json.length(), socket.writeTextMessage(json));
        }
    }

    @Override
    public void binary(Buffer message) {
        if (!closed.get()) {
            sent(message.length(), socket.writeBinaryMessage(message));
        }
    }

    @Override
    public long queued() {
        return handed.get() - taken.get();
    }

    @Override
    public long taken() {
        return taken.get();
    }

    /** A peer that takes nothing does not take a close frame either, so the connection is cut after a moment. */
    @Override
    public void close(int code, String reason) {
        if (closed.compareAndSet(false, true)) {
            socket.close((short) code, reason);
            cutLater.run();
        }
    }

    private void sent(int bytes, Future<Void> writing) {
        handed.addAndGet(bytes);
        writing.onComplete(_ -> taken.addAndGet(bytes));
    }
}
