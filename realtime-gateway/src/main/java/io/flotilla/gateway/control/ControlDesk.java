package io.flotilla.gateway.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.membership.VmSession;
import io.flotilla.gateway.membership.VmSessions;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.room.LocalRoom;
import io.flotilla.gateway.room.SnapshotPart;
import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Changes leases by compare-and-set, and tells each change in the room's order. Telling may fail after the change: the next look tells it
 * then, under the same id. Blocks; throws {@link Unavailable}. Thread-safe.
 */
@Singleton
final class ControlDesk implements SnapshotPart {
    private static final Duration TURN = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 20;

    private final Leases leases;
    private final VmSessions sessions;
    private final InstantSource clock;
    private final Duration grace;

    ControlDesk(Leases leases, VmSessions sessions, InstantSource clock, GatewayConfig config) {
        this.leases = leases;
        this.sessions = sessions;
        this.clock = clock;
        this.grace = config.rooms().controlGrace();
    }

    /** The lease; where there is none one is made, so that whatever somebody was shown is what the next change is a change of. */
    Control now(String room) {
        return leases.of(room).orElseGet(() -> {
            var fresh = fresh(room);
            return leases.replace(room, Optional.empty(), fresh)
                    ? fresh
                    : leases.of(room).orElse(fresh);
        });
    }

    /** Tries until nobody else came in between; what is refused stays so. */
    Control.Outcome change(LocalRoom room, Function<Control, Control.Outcome> act) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var current = now(room.id());
            switch (act.apply(current)) {
                case Control.Outcome.Forbidden refused -> {
                    return refused;
                }
                case Control.Outcome.Becomes(var after)
                when after.equals(current) -> {
                    return new Control.Outcome.Becomes(current);
                }
                case Control.Outcome.Becomes(var after) -> {
                    if (leases.replace(room.id(), Optional.of(current), after)) {
                        tell(room, after);
                        return new Control.Outcome.Becomes(after);
                    }
                }
            }
        }
        throw new Unavailable("Too many want control at once");
    }

    /** What time and session-service have changed. */
    Control look(LocalRoom room) {
        var recorded = recorded(room.id());
        var present = present(room.people());
        var outcome = change(room, lease -> {
            var given = recorded.map(live -> lease.in(Mode.of(live.mode()), live.turn()))
                    .orElse(lease);
            // Where nobody is known to be, nobody knows yet who is there.
            return new Control.Outcome.Becomes(present.isEmpty() ? given : given.at(clock.instant(), present, grace));
        });
        return outcome instanceof Control.Outcome.Becomes(var control) ? control : now(room.id());
    }

    void tell(LocalRoom room, Control control) {
        room.append("control:" + control.version(), "control", LeaseJson.shown(control));
    }

    @Override
    public long add(LocalRoom room, String userId, ObjectNode snapshot) {
        snapshot.set("control", LeaseJson.shown(now(room.id())));
        return 0;
    }

    static JsonNode shown(Control control) {
        return LeaseJson.shown(control);
    }

    private static Map<String, Role> present(List<Person> people) {
        var present = new HashMap<String, Role>();
        people.forEach(person -> present.put(person.participantId(), person.role()));
        return present;
    }

    private Control fresh(String room) {
        return recorded(room)
                .map(live -> Control.fresh(Mode.of(live.mode()), live.turn(), 0))
                .orElseGet(() -> Control.fresh(Mode.FREE, TURN, 0));
    }

    private Optional<VmSession.Live> recorded(String room) {
        return sessions.find(room).filter(VmSession.Live.class::isInstance).map(VmSession.Live.class::cast);
    }
}
