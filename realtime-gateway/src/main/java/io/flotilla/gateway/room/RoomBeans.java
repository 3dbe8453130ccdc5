package io.flotilla.gateway.room;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.namespace.Lives;
import io.flotilla.gateway.roomlog.RoomLog;
import io.flotilla.kit.id.IdSource;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Wires what all rooms and all sockets use. */
@Singleton
final class RoomBeans {
    @Produces
    @Singleton
    RoomSocket.Services services(
            Joining joining, CommandDesk desk, SignalDesk signals, Lives lives, GatewayConfig config) {
        return new RoomSocket.Services(
                joining, desk, signals, lives, config.rooms().commandsPerSecond());
    }

    @Produces
    @Singleton
    Surroundings surroundings(
            RoomLog log,
            Instance<SnapshotPart> parts,
            Instance<RoomFeature> features,
            InstantSource clock,
            IdSource ids) {
        return new Surroundings(log, parts, features, clock, ids.readable());
    }
}
