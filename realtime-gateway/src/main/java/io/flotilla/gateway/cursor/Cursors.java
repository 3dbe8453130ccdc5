package io.flotilla.gateway.cursor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.room.LocalRoom;
import io.flotilla.gateway.room.RoomFeature;
import io.flotilla.gateway.room.RoomSeat;
import io.flotilla.gateway.room.RoomSignal;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remote cursors: what comes in at any pace goes out as one message a room every 33 ms or so, and to the other nodes likewise. */
@Singleton
final class Cursors implements RoomSignal, RoomFeature {
    private static final String KIND = "cursors";

    private final Vertx vertx;
    private final Passing passing;
    private final Duration apart;
    private final Map<String, Both> rooms = new ConcurrentHashMap<>();

    Cursors(Vertx vertx, Passing passing, GatewayConfig config) {
        this.vertx = vertx;
        this.passing = passing;
        this.apart = config.rooms().cursors();
    }

    /** What moved here, and what moved anywhere. */
    private record Both(Movements here, Movements all) {
        Both() {
            this(new Movements(), new Movements());
        }
    }

    @Override
    public String name() {
        return "cursor";
    }

    @Override
    public void heard(RoomSeat seat, JsonNode args) {
        Pointer.of(args).ifPresent(pointer -> moved(seat.room(), seat.participantId(), pointer, true));
    }

    @Override
    public void left(LocalRoom room, RoomSeat seat) {
        moved(room, seat.participantId(), new Pointer.Off(), true);
    }

    @Override
    public void opened(LocalRoom room) {
        rooms.put(room.id(), new Both());
    }

    @Override
    public void closed(LocalRoom room) {
        rooms.remove(room.id());
    }

    @Override
    public void passed(LocalRoom room, String kind, JsonNode words) {
        if (kind.equals(KIND)) {
            words.path(KIND).forEach(one -> Pointer.of(one)
                    .ifPresent(pointer -> moved(room, one.path("participantId").asText(""), pointer, false)));
        }
    }

    private void moved(LocalRoom room, String participantId, Pointer pointer, boolean here) {
        var both = rooms.get(room.id());
        if (both == null) {
            return;
        }
        if (here) {
            both.here().put(participantId, pointer);
        }
        if (both.all().put(participantId, pointer)) {
            vertx.setTimer(apart.toMillis(), timer -> tell(room, both));
        }
    }

    private void tell(LocalRoom room, Both both) {
        var here = both.here().take();
        if (!here.isEmpty()) {
            passing.pass(room, KIND, bundle(here, null));
        }
        var all = both.all().take();
        var movers = new ConcurrentHashMap<io.flotilla.socket.Socket, String>();
        room.seats().stream()
                .filter(seat -> all.containsKey(seat.participantId()))
                .forEach(seat -> movers.put(seat.socket(), seat.participantId()));
        room.emitVolatile(KIND, bundle(all, null), socket -> !movers.containsKey(socket));
        // Nobody is told of the own cursor: those who moved get what is left without them.
        all.keySet().stream().filter(movers::containsValue).forEach(mover -> {
            var others = bundle(all, mover);
            if (!others.path(KIND).isEmpty()) {
                room.emitVolatile(KIND, others, socket -> mover.equals(movers.get(socket)));
            }
        });
    }

    private static ObjectNode bundle(Map<String, Pointer> moved, @Nullable String without) {
        var bundle = Json.object();
        var array = bundle.putArray(KIND);
        moved.forEach((participantId, pointer) -> {
            if (!participantId.equals(without)) {
                array.add(pointer.json(participantId));
            }
        });
        return bundle;
    }
}
