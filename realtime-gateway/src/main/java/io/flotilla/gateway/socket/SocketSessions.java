package io.flotilla.gateway.socket;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.admission.Pass;
import io.flotilla.gateway.media.Stages;
import io.flotilla.gateway.presence.PresenceRounds;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Opens connections on fresh sockets and forgets them when they close. */
@Singleton
final class SocketSessions {
    private final Vertx vertx;
    private final Connections connections;
    private final Stages stages;
    private final PresenceRounds presence;
    private final InstantSource clock;
    private final GatewayConfig.Player limits;

    SocketSessions(
            Vertx vertx,
            Connections connections,
            Stages stages,
            PresenceRounds presence,
            InstantSource clock,
            GatewayConfig config) {
        this.vertx = vertx;
        this.connections = connections;
        this.stages = stages;
        this.presence = presence;
        this.clock = clock;
        this.limits = config.player();
    }

    /** To be called on the socket's event loop before anything else happens there; over runs once, when the socket is gone. */
    void begin(ServerWebSocket socket, String id, Pass pass, Runnable over) {
        var outlet = new SocketOutlet(socket);
        var connection = Connection.open(id, pass, clock.instant(), outlet, stages, presence);
        var ear = new SocketEar(connection, outlet, limits);
        connections.add(connection);
        var pulse = vertx.setPeriodic(limits.ping().toMillis(), timer -> ear.pulse(socket));
        socket.textMessageHandler(ear::text);
        socket.binaryMessageHandler(bytes -> ear.binary());
        socket.pongHandler(bytes -> ear.pong());
        socket.exceptionHandler(broken -> {});
        socket.closeHandler(nothing -> {
            vertx.cancelTimer(pulse);
            connections.remove(connection);
            connection.gone();
            over.run();
        });
    }
}
