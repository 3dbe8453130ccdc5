package io.flotilla.gateway.chat;

import io.flotilla.gateway.protocol.Fields;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.OddMessage;
import io.flotilla.gateway.room.Answer;
import io.flotilla.gateway.room.RoomCommand;
import io.flotilla.gateway.room.RoomSeat;
import io.flotilla.gateway.roomrecord.RoomRecord;
import jakarta.inject.Singleton;

/** Stored, then told, then acknowledged; each once for each id, however often it is asked for. */
@Singleton
final class ChatSend implements RoomCommand {
    /** 2000 characters, each of at most four bytes, and white space around that is not kept. */
    private static final int LONGEST = 8200;

    private final RoomRecord record;
    private final ChatPace pace;

    ChatSend(RoomRecord record, ChatPace pace) {
        this.record = record;
        this.pace = pace;
    }

    @Override
    public String name() {
        return "chat.send";
    }

    @Override
    public Answer run(RoomSeat seat, String id, Fields args) throws OddMessage {
        var text = args.text("text", LONGEST);
        if (!pace.take(seat)) {
            return new Answer.Refused(Answer.Code.RATE_LIMITED, "Too many messages");
        }
        var room = seat.room();
        var reply = record.write(room.id(), seat.userId(), new RoomRecord.Message(id, seat.participantId(), text));
        return Answer.of(reply, stored -> {
            var message = ChatMessages.message(stored.body());
            room.append("chat:" + message.path("id").asText(id), "chat.message", message);
            return new Answer.Done(Json.object().set("message", message));
        });
    }
}
