package io.flotilla.gateway.chat;

import io.flotilla.gateway.protocol.Fields;
import io.flotilla.gateway.protocol.OddMessage;
import io.flotilla.gateway.room.Answer;
import io.flotilla.gateway.room.RoomCommand;
import io.flotilla.gateway.room.RoomSeat;
import io.flotilla.gateway.roomrecord.RoomRecord;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** Older messages, a page at a time. */
@Singleton
final class ChatHistory implements RoomCommand {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final RoomRecord record;

    ChatHistory(RoomRecord record) {
        this.record = record;
    }

    @Override
    public String name() {
        return "chat.history";
    }

    @Override
    public boolean changes() {
        return false;
    }

    @Override
    public Answer run(RoomSeat seat, String id, Fields args) throws OddMessage {
        var before = args.has("before") ? OptionalLong.of(args.count("before")) : OptionalLong.empty();
        var limit = args.has("limit") ? args.integer("limit", 1, LARGEST_PAGE) : PAGE;
        return Answer.of(
                record.messages(seat.room().id(), seat.userId(), before, limit),
                page -> new Answer.Done(ChatMessages.page(page.body())));
    }
}
