package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.presence.PresenceListener;
import io.flotilla.gateway.presence.Roll;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.registry.Registry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The rooms of this node: each is there as long as somebody has it. Thread-safe; nothing here blocks. */
@Singleton
public final class LocalRooms implements PresenceListener, RoomSeat.Keeper {
    private final ConcurrentMap<String, Held> rooms = new ConcurrentHashMap<>();
    private final Surroundings around;
    private final RoomSeats seats;
    private final Roll presence;
    private final Registry registry;
    private final Vertx vertx;
    private final GatewayConfig.Rooms config;

    LocalRooms(
            Surroundings around, RoomSeats seats, Roll presence, Registry registry, Vertx vertx, GatewayConfig config) {
        this.around = around;
        this.seats = seats;
        this.presence = presence;
        this.registry = registry;
        this.vertx = vertx;
        this.config = config.rooms();
    }

    private record Held(LocalRoom room, int holders) {}

    /** The room, open until {@link #release} is called as often as this. */
    public LocalRoom hold(String id, String vmId) {
        return rooms.compute(id, (same, held) -> {
                    if (held != null) {
                        return new Held(held.room(), held.holders() + 1);
                    }
                    var room = new LocalRoom(id, vmId, around);
                    room.open();
                    room.people(presence.known(vmId));
                    return new Held(room, 1);
                })
                .room();
    }

    public void release(LocalRoom room) {
        rooms.computeIfPresent(room.id(), (id, held) -> {
            if (held.holders() > 1) {
                return new Held(held.room(), held.holders() - 1);
            }
            room.close();
            return null;
        });
    }

    /** Puts somebody on a seat, who is seen by the others from now on, though not yet told anything. */
    RoomSeat sit(RoomSeat seat) {
        seats.add(seat);
        presence.enter(seat.room().vmId(), seat.attendance());
        registry.enter(seat.socket(), seat.room().id());
        return seat;
    }

    @Override
    public void changed(RoomSeat seat) {
        if (!seat.isOver()) {
            presence.enter(seat.room().vmId(), seat.attendance());
            seat.socket().emit("you", seat.room().describe(seat));
        }
    }

    @Override
    public void gone(RoomSeat seat, @Nullable ObjectNode farewell) {
        seat.room().leave(seat);
        if (farewell != null) {
            seat.socket().emit("gone", farewell);
        }
        seats.remove(seat);
        presence.leave(seat.room().vmId(), seat.attendance().connectionId());
        registry.leave(seat.socket(), seat.room().id());
        release(seat.room());
    }

    @Override
    public void people(String vmId, List<Person> people) {
        rooms.values().stream()
                .map(Held::room)
                .filter(room -> room.vmId().equals(vmId))
                .forEach(room -> room.people(people));
    }

    void begin(@Observes StartupEvent started) {
        vertx.setPeriodic(config.look().toMillis(), timer -> rooms.values()
                .forEach(held -> held.room().look()));
    }
}
