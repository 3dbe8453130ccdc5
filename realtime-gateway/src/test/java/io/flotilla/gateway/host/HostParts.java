package io.flotilla.gateway.host;

import io.flotilla.gateway.room.RoomCommand;
import io.flotilla.gateway.roomrecord.RoomRecord;
import java.util.List;

/** What the owner may do, as a node wires it. */
public final class HostParts {
    private HostParts() {}

    public static List<RoomCommand> commands(RoomRecord record) {
        var commands = new HostCommands(record);
        return List.of(commands.role(), commands.kick(), commands.ban());
    }
}
