package io.flotilla.gateway.host;

import io.flotilla.gateway.protocol.Fields;
import io.flotilla.gateway.protocol.OddMessage;
import io.flotilla.gateway.room.Answer;
import io.flotilla.gateway.room.RoomCommand;
import io.flotilla.gateway.room.RoomSeat;
import io.flotilla.gateway.roomrecord.Reply;
import io.flotilla.gateway.roomrecord.RoomRecord;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** {@code role.set}, {@code kick}, {@code ban}. */
@Singleton
final class HostCommands {
    private final RoomRecord record;

    HostCommands(RoomRecord record) {
        this.record = record;
    }

    @Produces
    @Singleton
    RoomCommand role() {
        return new Command(
                "role.set",
                (seat, whom, args) -> record.role(seat.room().id(), seat.userId(), whom, args.text("role", 32)));
    }

    @Produces
    @Singleton
    RoomCommand kick() {
        return removal("kick");
    }

    @Produces
    @Singleton
    RoomCommand ban() {
        return removal("ban");
    }

    private RoomCommand removal(String act) {
        return new Command(act, (seat, whom, args) -> record.remove(seat.room().id(), seat.userId(), act, whom));
    }

    private interface Act {
        Reply ask(RoomSeat seat, String whom, Fields args) throws OddMessage;
    }

    private record Command(String name, Act act) implements RoomCommand {
        @Override
        public Answer run(RoomSeat seat, String id, Fields args) throws OddMessage {
            var whom = args.text("participantId", 128);
            return Answer.of(act.ask(seat, whom, args), done -> Answer.done());
        }
    }
}
