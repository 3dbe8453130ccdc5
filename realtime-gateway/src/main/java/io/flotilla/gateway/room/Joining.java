package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.socket.Socket;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes somebody into a room, if they take part in its VM session. Blocks; thread-safe. */
@Singleton
final class Joining {
    private final Participants participants;
    private final LocalRooms rooms;
    private final InstantSource clock;

    Joining(Participants participants, LocalRooms rooms, InstantSource clock) {
        this.participants = participants;
        this.rooms = rooms;
        this.clock = clock;
    }

    sealed interface Outcome {
        /** Sits; everything up to where it {@code stands} is in the answer, or was known before. */
        record Seated(RoomSeat seat, Position stands) implements Outcome {}

        record Refused(Answer.Refused why) implements Outcome {}
    }

    /** Who wants in where; {@code position} is where the client says it stands. */
    record Wish(Socket socket, String userId, String room, Optional<Position> position) {}

    /**
     * The answer is told before anything that happens in the room, with or without what was missed; not at all when refused. Throws
     * {@link Unavailable}.
     */
    Outcome join(Wish wish, Consumer<ObjectNode> answer) {
        return switch (participants.find(wish.room(), wish.userId())) {
            case Participants.Standing.Outside() ->
                refused(Answer.Code.NOT_FOUND, "There is no such room, or you do not take part in it");
            case Participants.Standing.Over() -> refused(Answer.Code.ENDED, "The VM session is over");
            case Participants.Standing.Inside(var vmId, var taker) -> enter(wish, vmId, taker, answer);
        };
    }

    private Outcome enter(Wish wish, String vmId, RoomSeat.Taker taker, Consumer<ObjectNode> answer) {
        var room = rooms.hold(wish.room(), vmId);
        var seat = rooms.sit(new RoomSeat(room, wish.socket(), taker, clock.instant(), rooms));
        try {
            // Whoever was thrown out between the first look and now was not on a seat that could be taken away.
            if (!(participants.find(wish.room(), wish.userId()) instanceof Participants.Standing.Inside)) {
                seat.end(null);
                return refused(Answer.Code.NOT_FOUND, "There is no such room, or you do not take part in it");
            }
            room.waitFor(seat);
            var resumed = wish.position().filter(position -> room.resume(seat, position, answer));
            return new Outcome.Seated(seat, resumed.orElseGet(() -> room.admit(seat, answer)));
        } catch (Unavailable e) {
            seat.end(null);
            throw e;
        }
    }

    private static Outcome refused(Answer.Code code, String message) {
        return new Outcome.Refused(new Answer.Refused(code, message));
    }
}
