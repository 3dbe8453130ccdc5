package io.flotilla.gateway.control;

import io.flotilla.gateway.protocol.Fields;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.OddMessage;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.room.Answer;
import io.flotilla.gateway.room.RoomCommand;
import io.flotilla.gateway.room.RoomSeat;
import io.flotilla.gateway.roomrecord.RoomRecord;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.OptionalLong;

/** What people may do about control. */
@Singleton
final class ControlCommands {
    private static final int SHORTEST_TURN = 10;
    private static final int LONGEST_TURN = 3600;

    private final ControlDesk desk;
    private final RoomRecord record;
    private final InstantSource clock;

    ControlCommands(ControlDesk desk, RoomRecord record, InstantSource clock) {
        this.desk = desk;
        this.record = record;
        this.clock = clock;
    }

    @Produces
    @Singleton
    RoomCommand state() {
        return new Command(
                "control.state",
                false,
                (seat, args) -> answer(desk.now(seat.room().id())));
    }

    @Produces
    @Singleton
    RoomCommand request() {
        return new Command(
                "control.request",
                true,
                (seat, args) -> answer(desk.change(
                        seat.room(), lease -> lease.request(seat.participantId(), seat.role(), clock.instant()))));
    }

    @Produces
    @Singleton
    RoomCommand release() {
        return new Command(
                "control.release",
                true,
                (seat, args) -> answer(
                        desk.change(seat.room(), lease -> lease.release(seat.participantId(), clock.instant()))));
    }

    @Produces
    @Singleton
    RoomCommand take() {
        return new Command(
                "control.take",
                true,
                (seat, args) -> answer(desk.change(
                        seat.room(), lease -> lease.take(seat.participantId(), seat.role(), clock.instant()))));
    }

    @Produces
    @Singleton
    RoomCommand grant() {
        return new Command("control.grant", true, this::grant);
    }

    @Produces
    @Singleton
    RoomCommand mode() {
        return new Command("control.mode", true, this::mode);
    }

    private Answer grant(RoomSeat seat, Fields args) throws OddMessage {
        var to = args.text("participantId", 128);
        if (seat.role() != Role.OWNER) {
            return new Answer.Refused(Answer.Code.FORBIDDEN, "Only the owner may grant control");
        }
        var person = seat.room().people().stream()
                .filter(one -> one.participantId().equals(to))
                .findFirst();
        if (person.isEmpty()) {
            return new Answer.Refused(Answer.Code.NOT_FOUND, "That participant is not connected");
        }
        var role = person.map(Person::role).get();
        return answer(desk.change(seat.room(), lease -> lease.grant(to, role, clock.instant())));
    }

    private Answer mode(RoomSeat seat, Fields args) throws OddMessage {
        var mode = args.word("mode", Mode.class);
        var turn = args.has("turnSeconds")
                ? OptionalLong.of(args.integer("turnSeconds", SHORTEST_TURN, LONGEST_TURN))
                : OptionalLong.empty();
        var reply = record.control(seat.room().id(), seat.userId(), mode.word(), turn);
        return Answer.of(reply, recorded -> answer(desk.look(seat.room())));
    }

    private static Answer answer(Control.Outcome outcome) {
        return switch (outcome) {
            case Control.Outcome.Becomes(var control) -> answer(control);
            case Control.Outcome.Forbidden(var why) -> new Answer.Refused(Answer.Code.FORBIDDEN, why);
        };
    }

    private static Answer answer(Control control) {
        return new Answer.Done(Json.object().set("control", ControlDesk.shown(control)));
    }

    private interface Act {
        Answer run(RoomSeat seat, Fields args) throws OddMessage;
    }

    private record Command(String name, boolean changes, Act act) implements RoomCommand {
        @Override
        public Answer run(RoomSeat seat, String id, Fields args) throws OddMessage {
            return act.run(seat, args);
        }
    }
}
