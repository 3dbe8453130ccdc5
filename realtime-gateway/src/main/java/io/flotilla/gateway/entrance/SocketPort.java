package io.flotilla.gateway.entrance;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.edge.Arrival;
import io.flotilla.gateway.edge.EdgeAnswers;
import io.flotilla.gateway.edge.SocketIoRoute;
import io.flotilla.gateway.namespace.NamedNamespace;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.socket.Drainable;
import io.flotilla.socket.EngineSettings;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Namespace;
import io.flotilla.socket.SocketServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;

/** The engine with the door before it and the namespaces behind it. */
@Singleton
final class SocketPort implements SocketIoRoute, Drainable {
    private final SocketServer server;

    SocketPort(
            Vertx vertx,
            FrontDoor door,
            Instance<NamedNamespace> features,
            OpenLives lives,
            EntranceMetrics metrics,
            InstantSource clock,
            GatewayConfig config) {
        var namespaces = new HashMap<String, Namespace>();
        for (var feature : features) {
            namespaces.put(
                    feature.path(),
                    new GuardedNamespace(
                            feature, lives, metrics, clock, config.sockets().eventsPerSecond()));
        }
        this.server = SocketServer.of(vertx, settings(config.sockets()), door, namespaces);
        metrics.watchConnections(server::connections);
    }

    @Override
    public void take(HttpServerRequest request, Arrival arrival) {
        try {
            server.take(request, new Handshake(request.headers(), request.params(), arrival.client(), arrival.host()));
        } catch (IllegalArgumentException e) {
            EdgeAnswers.refuse(request.response(), 400, "Odd query");
        }
    }

    @Override
    public Future<Void> drain(CloseCode code, Duration over) {
        return server.drain(code.number(), code.reason(), over.toMillis());
    }

    private static EngineSettings settings(GatewayConfig.Sockets config) {
        return new EngineSettings(
                config.ping(),
                config.pingTimeout(),
                (int) config.message().asLongValue(),
                config.upgradeTimeout(),
                config.connectTimeout(),
                config.queue().asLongValue(),
                config.namespaces());
    }
}
