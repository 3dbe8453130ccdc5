package io.flotilla.gateway.control;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.room.LocalRooms;
import io.flotilla.gateway.room.RoomCommand;
import io.flotilla.gateway.room.RoomFeature;
import io.flotilla.gateway.room.RoomWorld;
import io.flotilla.gateway.room.SnapshotPart;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;

/** Control as a node wires it. */
public final class ControlParts {
    private final ControlDesk desk;
    private final RoomWorld world;
    private final Vertx vertx;
    private final InstantSource clock;

    public ControlParts(RoomWorld world, Vertx vertx, InstantSource clock, GatewayConfig config) {
        this.desk = new ControlDesk(world.leases, world.sessions, clock, config);
        this.world = world;
        this.vertx = vertx;
        this.clock = clock;
    }

    public List<RoomCommand> commands() {
        var commands = new ControlCommands(desk, world.record, clock);
        return List.of(
                commands.state(),
                commands.request(),
                commands.release(),
                commands.take(),
                commands.grant(),
                commands.mode());
    }

    public SnapshotPart part() {
        return desk;
    }

    public InputRights rights(LocalRooms rooms) {
        return new InputRights(rooms, desk);
    }

    public RoomFeature feature(InputRights rights) {
        return new ControlRounds(desk, rights, vertx, clock);
    }
}
