package io.flotilla.gateway.chat;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.room.RoomCommand;
import io.flotilla.gateway.room.RoomFeature;
import io.flotilla.gateway.room.SnapshotPart;
import io.flotilla.gateway.roomrecord.RoomRecord;
import java.util.List;

/** The chat as a node wires it. */
public final class ChatParts {
    private final RoomRecord record;
    private final ChatPace pace;

    public ChatParts(RoomRecord record, GatewayConfig config) {
        this.record = record;
        this.pace = new ChatPace(config);
    }

    public List<RoomCommand> commands() {
        return List.of(new ChatSend(record, pace), new ChatHistory(record), new ChatDelete(record));
    }

    public SnapshotPart part() {
        return new ChatTail(record);
    }

    public RoomFeature feature() {
        return pace;
    }
}
