package io.flotilla.gateway.entrance;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.socket.Origins;
import io.flotilla.gateway.socket.Quota;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.socket.Door;
import io.flotilla.socket.Handshake;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Which pages may talk to the Socket.IO port, and how many connections it takes. Thread-safe; does not block. */
@Singleton
final class FrontDoor implements Door {
    /** The reference's number for what it does not allow. */
    private static final int FORBIDDEN = 4;

    private final Connections connections;
    private final Quota quota;
    private final Origins origins;
    private final GatewayConfig config;
    private final InstantSource clock;
    private final EntranceMetrics metrics;

    FrontDoor(
            Connections connections,
            GatewayConfig config,
            KitConfig kit,
            InstantSource clock,
            EntranceMetrics metrics) {
        this.connections = connections;
        this.quota = new Quota();
        this.origins = Origins.of(config.allowedOrigins(), kit.publicUrl());
        this.config = config;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public boolean letsIn(Handshake request) {
        var allowed = origins.allow(request.headers().get("Origin"), request.host());
        if (!allowed) {
            metrics.refused("origin");
        }
        return allowed;
    }

    @Override
    public Future<Admission> admit(Handshake handshake) {
        var node = new Quota.Counter("all", config.sockets().perNode());
        var address = new Quota.Counter(
                "address " + handshake.address(), config.sockets().perAddress());
        if (!quota.take(List.of(node))) {
            return Future.succeededFuture(refusal(503, "This node is full; try again", "node-full"));
        }
        if (!quota.take(List.of(address))) {
            quota.giveBack(List.of(node));
            return Future.succeededFuture(refusal(429, "Too many connections", "address-full"));
        }
        var connection = new Connection(quota, List.of(node, address), clock.millis());
        connections.add(handshake, connection);
        return Future.succeededFuture(new Admission.Admitted(() -> {
            connections.remove(handshake);
            connection.gone();
        }));
    }

    private Admission refusal(int status, String message, String reason) {
        metrics.refused(reason);
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Retry-After", Long.toString(config.edge().retryAfter().toSeconds()));
        return new Admission.Refused(status, FORBIDDEN, message, headers);
    }
}
