package io.flotilla.gateway.chat;

import io.flotilla.gateway.protocol.Fields;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.OddMessage;
import io.flotilla.gateway.room.Answer;
import io.flotilla.gateway.room.RoomCommand;
import io.flotilla.gateway.room.RoomSeat;
import io.flotilla.gateway.roomrecord.RoomRecord;
import jakarta.inject.Singleton;

/** Takes a message's text away, in the record and on everyone's screen. */
@Singleton
final class ChatDelete implements RoomCommand {
    private final RoomRecord record;

    ChatDelete(RoomRecord record) {
        this.record = record;
    }

    @Override
    public String name() {
        return "chat.delete";
    }

    @Override
    public Answer run(RoomSeat seat, String id, Fields args) throws OddMessage {
        var message = args.text("message", 64);
        return Answer.of(record.delete(seat.room().id(), seat.userId(), message), gone -> {
            var shown = ChatMessages.message(gone.body());
            seat.room().append("chat-deleted:" + message, "chat.deleted", shown);
            return new Answer.Done(Json.object().set("message", shown));
        });
    }
}
