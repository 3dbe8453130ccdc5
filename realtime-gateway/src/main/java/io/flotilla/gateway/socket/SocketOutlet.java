package io.flotilla.gateway.socket;

import io.flotilla.gateway.media.Outlet;
import io.flotilla.gateway.protocol.CloseCode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An {@link Outlet} into a Vert.x socket. */
public final class SocketOutlet implements Outlet {
    private static final short GOING_AWAY = 1001;
    /** For the close frame to get through and to be answered. */
    private static final long PATIENCE_MS = 5_000;

    private final ServerWebSocket socket;
    private final ConnectionBase connection;
    private final AtomicLong handedOver = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicReference<@Nullable CloseCode> closedWith = new AtomicReference<>();

    /** The connection is that of the request that became the socket. */
    public SocketOutlet(ServerWebSocket socket, HttpConnection connection) {
        this.socket = socket;
        this.connection = (ConnectionBase) connection;
    }

    @Override
    public void media(Buffer bytes) {
        write(bytes.length(), () -> socket.writeFinalBinaryFrame(bytes));
    }

    @Override
    public void text(String json) {
        write(json.length(), () -> socket.writeFinalTextFrame(json));
    }

    @Override
    public void close(CloseCode code, String reason) {
        if (closedWith.compareAndSet(null, code) && !socket.isClosed()) {
            end(code.number(), reason);
        }
    }

    /** The client gives no sign of life any more. */
    void abandon() {
        end(GOING_AWAY, "no sign of life");
    }

    /** Why this side closed it; null while it did not. */
    public @Nullable CloseCode closedWith() {
        return closedWith.get();
    }

    @Override
    public long pending() {
        return handedOver.get() - taken.get();
    }

    @Override
    public long taken() {
        return taken.get();
    }

    /** The close frame waits behind all that a hung client does not read, for ever if need be: after a while the line is cut. */
    private void end(short code, String reason) {
        socket.close(code, reason);
        connection.getContext().setTimer(PATIENCE_MS, late -> cut());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The socket's close handler tells.
    private void cut() {
        connection.channelHandlerContext().close();
    }

    private void write(int size, Supplier<Future<Void>> write) {
        if (closedWith.get() != null || socket.isClosed()) {
            return;
        }
        handedOver.addAndGet(size);
        try {
            write.get().onComplete(done -> taken.addAndGet(size));
        } catch (IllegalStateException e) {
            // It closed in between; its close handler does the rest.
            taken.addAndGet(size);
        }
    }
}
