package io.flotilla.gateway.player;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.admission.Pass;
import io.flotilla.gateway.socket.Pulse;
import io.flotilla.gateway.socket.SocketLives;
import io.flotilla.gateway.socket.SocketOutlet;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Opens connections on fresh sockets and forgets them when they close. */
@Singleton
final class PlayerSockets {
    private final Vertx vertx;
    private final Connections connections;
    private final SocketLives lives;
    private final Venue venue;
    private final InstantSource clock;
    private final GatewayConfig.Player limits;

    PlayerSockets(
            Vertx vertx,
            Connections connections,
            SocketLives lives,
            Venue venue,
            InstantSource clock,
            GatewayConfig config) {
        this.vertx = vertx;
        this.connections = connections;
        this.lives = lives;
        this.venue = venue;
        this.clock = clock;
        this.limits = config.player();
    }

    /** To be called on the socket's event loop before anything else happens there; over runs once, when the socket is gone. */
    void begin(ServerWebSocket socket, SocketOutlet outlet, String id, Pass pass, Runnable over) {
        var connection = Connection.open(id, pass, clock.instant(), outlet, venue);
        var ear = new PlayerEar(connection, outlet, limits);
        connections.add(connection);
        lives.begin(connection);
        var pulse = Pulse.begin(vertx, socket, outlet, limits.ping());
        socket.textMessageHandler(text -> {
            pulse.felt();
            ear.text(text);
        });
        socket.binaryMessageHandler(bytes -> ear.binary());
        socket.exceptionHandler(broken -> {});
        socket.closeHandler(nothing -> {
            pulse.end();
            lives.end(connection);
            connections.remove(connection);
            connection.gone();
            over.run();
        });
    }
}
