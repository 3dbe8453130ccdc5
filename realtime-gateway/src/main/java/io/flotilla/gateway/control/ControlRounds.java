package io.flotilla.gateway.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.room.LocalRoom;
import io.flotilla.gateway.room.RoomFeature;
import io.flotilla.kit.problem.Unavailable;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Looks after the leases of this node's rooms, ends turns when they are over, and keeps {@link InputRights} up to date. */
@Singleton
final class ControlRounds implements RoomFeature {
    private static final Logger LOG = Logger.getLogger(ControlRounds.class);

    /** So that a look is not a moment too early. */
    private static final Duration LATER = Duration.ofMillis(20);

    private final ControlDesk desk;
    private final InputRights rights;
    private final Vertx vertx;
    private final InstantSource clock;
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    ControlRounds(ControlDesk desk, InputRights rights, Vertx vertx, InstantSource clock) {
        this.desk = desk;
        this.rights = rights;
        this.vertx = vertx;
        this.clock = clock;
    }

    @Override
    public void opened(LocalRoom room) {
        Thread.ofVirtual().name("control-look").start(() -> look(room));
    }

    @Override
    public void closed(LocalRoom room) {
        told.remove(room.id());
        rights.forget(room.id());
    }

    @Override
    public void appended(LocalRoom room, String event, JsonNode data) {
        if (event.equals("control")) {
            told.put(room.id(), data.path("version").asLong());
            know(room);
            if (data.hasNonNull("turnEndsAt")) {
                var left = data.path("turnEndsAt").asLong() - clock.millis();
                vertx.setTimer(
                        Math.max(1, left + LATER.toMillis()),
                        timer -> Thread.ofVirtual().name("control-turn").start(() -> look(room)));
            }
        }
    }

    @Override
    public void people(LocalRoom room, List<Person> people) {
        rights.owner(room.id(), isOwnerIn(people));
    }

    @Override
    public void look(LocalRoom room) {
        try {
            var control = desk.look(room);
            if (control.version() > 0 && told.getOrDefault(room.id(), 0L) != control.version()) {
                // Changed, but perhaps never told: whoever changed it may have died. An id that was told changes
                // nothing.
                desk.tell(room, control);
            }
            rights.lease(room.id(), control, isOwnerIn(room.people()));
        } catch (Unavailable e) {
            LOG.debugf("Control of a room cannot be looked after now: %s", e.getMessage());
        }
    }

    private static boolean isOwnerIn(List<Person> people) {
        return people.stream().anyMatch(one -> one.role() == Role.OWNER);
    }

    private void know(LocalRoom room) {
        try {
            rights.lease(room.id(), desk.now(room.id()), isOwnerIn(room.people()));
        } catch (Unavailable e) {
            LOG.debugf("Who has control cannot be read now: %s", e.getMessage());
        }
    }
}
