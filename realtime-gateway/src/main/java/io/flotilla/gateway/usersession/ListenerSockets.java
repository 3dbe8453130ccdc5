package io.flotilla.gateway.usersession;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.socket.Pulse;
import io.flotilla.gateway.socket.SocketLives;
import io.flotilla.gateway.socket.SocketOutlet;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import jakarta.inject.Singleton;

/** Makes listeners of fresh sockets and forgets them when they close. */
@Singleton
final class ListenerSockets {
    private final Vertx vertx;
    private final Listeners listeners;
    private final SocketLives lives;
    private final Rechecks rechecks;
    private final EventMetrics metrics;
    private final GatewayConfig.Events config;

    ListenerSockets(
            Vertx vertx,
            Listeners listeners,
            SocketLives lives,
            Rechecks rechecks,
            EventMetrics metrics,
            GatewayConfig config) {
        this.vertx = vertx;
        this.listeners = listeners;
        this.lives = lives;
        this.rechecks = rechecks;
        this.metrics = metrics;
        this.config = config.events();
    }

    /** To be called on the socket's event loop before anything else happens there; over runs once, when the socket is gone. */
    void begin(ServerWebSocket socket, SocketOutlet outlet, Proof proof, Visitor visitor, Runnable over) {
        var listener = new Listener(visitor, outlet, config.queue().asLongValue(), this::soon, metrics);
        var pulse = Pulse.begin(vertx, socket, outlet, config.ping());
        socket.textMessageHandler(text -> unasked(listener));
        socket.binaryMessageHandler(bytes -> unasked(listener));
        socket.exceptionHandler(broken -> {});
        metrics.opened();
        listeners.add(listener);
        listener.hello();
        lives.begin(listener);
        var recheck = rechecks.begin(proof, listener);
        socket.closeHandler(nothing -> {
            pulse.end();
            recheck.end();
            lives.end(listener);
            listeners.remove(listener);
            metrics.closed(outlet.closedWith(), socket.closeStatusCode());
            over.run();
        });
    }

    private static void unasked(Listener listener) {
        listener.close(CloseCode.BAD_MESSAGE, "clients only listen here");
    }

    private void soon(Runnable task) {
        vertx.setTimer(Math.max(1, config.lastWords().toMillis()), timer -> task.run());
    }
}
