package io.flotilla.gateway.socket;

import io.flotilla.gateway.media.Outlet;
import io.flotilla.gateway.protocol.CloseCode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** An {@link Outlet} into a Vert.x socket. */
public final class SocketOutlet implements Outlet {
    private final ServerWebSocket socket;
    private final AtomicLong handedOver = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();

    public SocketOutlet(ServerWebSocket socket) {
        this.socket = socket;
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
        if (closed.compareAndSet(false, true) && !socket.isClosed()) {
            socket.close(code.number(), reason);
        }
    }

    @Override
    public long pending() {
        return handedOver.get() - taken.get();
    }

    @Override
    public long taken() {
        return taken.get();
    }

    private void write(int size, Supplier<Future<Void>> write) {
        if (closed.get() || socket.isClosed()) {
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
