package io.flotilla.gateway.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.room.LocalRoom;
import io.flotilla.gateway.room.SnapshotPart;
import io.flotilla.gateway.roomrecord.Reply;
import io.flotilla.gateway.roomrecord.RoomRecord;
import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** The newest messages for whoever comes in. Without session-service people still meet, and see that the chat is not there. */
@Singleton
final class ChatTail implements SnapshotPart {
    private static final int TAIL = 50;

    private final RoomRecord record;

    ChatTail(RoomRecord record) {
        this.record = record;
    }

    @Override
    public long add(LocalRoom room, String userId, ObjectNode snapshot) {
        try {
            if (record.messages(room.id(), userId, OptionalLong.empty(), TAIL) instanceof Reply.Ok(var body)) {
                var page = ChatMessages.page(body);
                snapshot.set("chat", page);
                return ChatMessages.newest(page);
            }
        } catch (Unavailable e) {
            // Said below.
        }
        snapshot.putObject("chat").put("unavailable", true).putArray("messages");
        return 0;
    }
}
