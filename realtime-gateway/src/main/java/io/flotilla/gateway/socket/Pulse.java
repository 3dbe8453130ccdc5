package io.flotilla.gateway.socket;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;

/** Pings a socket, and hangs up on who has not given a sign of life for some pings. Lives on its socket's event loop. */
public final class Pulse {
    private static final int SILENT_PINGS = 2;

    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final SocketOutlet outlet;
    private final long timer;
    private int silent;

    private Pulse(Vertx vertx, ServerWebSocket socket, SocketOutlet outlet, Duration every) {
        this.outlet = outlet;
        this.vertx = vertx;
        this.socket = socket;
        this.timer = vertx.setPeriodic(every.toMillis(), tick -> ping());
    }

    /** Takes the socket's pong handler. Runs until {@link #end}. */
    public static Pulse begin(Vertx vertx, ServerWebSocket socket, SocketOutlet outlet, Duration every) {
        var pulse = new Pulse(vertx, socket, outlet, every);
        socket.pongHandler(pong -> pulse.felt());
        return pulse;
    }

    /** The client did something. */
    public void felt() {
        silent = 0;
    }

    public void end() {
        vertx.cancelTimer(timer);
    }

    private void ping() {
        if (socket.isClosed()) {
            return;
        }
        if (silent++ >= SILENT_PINGS) {
            outlet.abandon();
        } else {
            socket.writePing(Buffer.buffer());
        }
    }
}
