package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Lives;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.Fields;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.OddMessage;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.gateway.socket.TokenBucket;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.socket.Event;
import io.flotilla.socket.Namespace;
import io.flotilla.socket.Socket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client in the namespace: what it says is heard here. On its event loop, but for commands, which have a {@link Lane}. */
final class RoomSocket implements Namespace.Listener {
    private static final int MOST_WAITING = 32;

    private final Socket socket;
    private final Identified who;
    private final Services services;
    private final Recovering recovering;
    private final TokenBucket pace;
    private final Lane lane = new Lane("commands", MOST_WAITING);
    private volatile @Nullable RoomSeat seat;

    /** What all sockets use. */
    record Services(Joining joining, CommandDesk desk, SignalDesk signals, Lives lives, int commandsPerSecond) {}

    /** How this socket may be continued, and what it continues itself. */
    interface Recovering {
        /** What was remembered of the socket that this one continues. */
        Optional<Continued> continued();

        /** This is where it stands now. May block. */
        void keep(String room, Position position);

        /** The line was cut. May block. */
        void cut();

        /** It is not to be continued. May block. */
        void drop();

        record Continued(String room, Position position) {}
    }

    RoomSocket(Socket socket, Identified who, Services services, Recovering recovering) {
        this.socket = socket;
        this.who = who;
        this.services = services;
        this.recovering = recovering;
        this.pace = new TokenBucket(services.commandsPerSecond(), now());
    }

    @Override
    public void opened() {
        services.lives().begin(socket, who, code -> {});
        recovering.continued().ifPresent(before -> lane.add(() -> goOn(before)));
    }

    @Override
    public void heard(Event event) {
        var args = event.arg(0);
        if (services.signals().knows(event.name())) {
            var here = seat;
            if (here != null && !here.isOver()) {
                services.signals().heard(here, event.name(), args);
            }
        } else if (!pace.take(now())) {
            refuse(event, Answer.Code.RATE_LIMITED, "Too many commands");
        } else if (!args.isObject() && !args.isMissingNode()) {
            refuse(event, Answer.Code.BAD_REQUEST, "A command has one object");
        } else if (!lane.offer(() -> run(event, args.isObject() ? args : Json.object()))) {
            refuse(event, Answer.Code.BUSY, "Too many commands wait");
        }
    }

    @Override
    public void gone(Namespace.Departure departure) {
        var comesBack =
                switch (departure) {
                    case CLIENT_DISCONNECT, SERVER_DISCONNECT -> false;
                    default -> true;
                };
        lane.add(() -> {
            var here = seat;
            if (here != null) {
                here.end(null);
            }
            if (comesBack && here != null) {
                recovering.cut();
            } else {
                recovering.drop();
            }
        });
    }

    private void run(Event event, JsonNode args) {
        switch (event.name()) {
            case "join" -> join(event, args);
            case "leave" -> {
                leave();
                event.ack(Answer.done().json());
            }
            default -> {
                var here = seat;
                if (here != null && !here.isOver()) {
                    event.ack(services.desk().run(here, event.name(), args));
                } else if (services.desk().knows(event.name())) {
                    refuse(event, Answer.Code.NOT_IN_ROOM, "Join a room first");
                } else {
                    refuse(event, Answer.Code.BAD_REQUEST, "There is no such command");
                }
            }
        }
    }

    private void join(Event event, JsonNode args) {
        try {
            var fields = new Fields(args);
            var room = fields.text("room", 255);
            var position = args.path("position").isTextual()
                    ? Position.of(args.path("position").textValue())
                    : Optional.<Position>empty();
            leave();
            var wish = new Joining.Wish(socket, who.userId(), room, position);
            switch (services.joining().join(wish, answer -> event.ack(new Answer.Done(answer).json()))) {
                case Joining.Outcome.Refused(var why) -> event.ack(why.json());
                case Joining.Outcome.Seated(var taken, var stands) -> sit(taken, stands);
            }
        } catch (OddMessage e) {
            refuse(event, Answer.Code.BAD_REQUEST, e.why());
        } catch (Unavailable e) {
            event.ack(Answer.unavailable().json());
        }
    }

    /** What was promised when the socket was accepted; if it can't be kept any more, everything is told anew. */
    private void goOn(Recovering.Continued before) {
        try {
            var wish = new Joining.Wish(socket, who.userId(), before.room(), Optional.of(before.position()));
            var outcome = services.joining().join(wish, answer -> {
                if (!answer.path("recovered").asBoolean()) {
                    socket.emit("resync", new Answer.Done(answer).json());
                }
            });
            switch (outcome) {
                case Joining.Outcome.Refused _ ->
                    socket.emit("gone", Json.object().put("reason", "left"));
                case Joining.Outcome.Seated(var taken, var stands) -> sit(taken, stands);
            }
        } catch (Unavailable e) {
            // It comes back by itself, to a node that knows more.
            socket.close(CloseCode.TRY_AGAIN.number(), CloseCode.TRY_AGAIN.reason());
        }
    }

    private void sit(RoomSeat taken, Position stands) {
        seat = taken;
        recovering.keep(taken.room().id(), stands);
    }

    private void leave() {
        var here = seat;
        seat = null;
        if (here != null) {
            here.end(null);
            recovering.drop();
        }
    }

    private static void refuse(Event event, Answer.Code code, String why) {
        event.ack(new Answer.Refused(code, why).json());
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
