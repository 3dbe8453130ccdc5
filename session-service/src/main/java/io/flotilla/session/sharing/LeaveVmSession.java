package io.flotilla.session.sharing;

import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.Departure;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Lets people out. A guest's place is free at once; an owner who leaves still owns the session, and its place. */
@ApplicationScoped
public class LeaveVmSession {
    private final VmSessions sessions;
    private final ChangeVmSession changes;
    private final ShutDoor door;
    private final InstantSource clock;

    public LeaveVmSession(VmSessions sessions, ChangeVmSession changes, ShutDoor door, InstantSource clock) {
        this.sessions = sessions;
        this.changes = changes;
        this.door = door;
        this.clock = clock;
    }

    public Outcome<VmSession> leave(String id, Actor actor) {
        return Access.LEAVE.check(sessions.find(id), actor).then(before -> leave(before, actor.userId()));
    }

    private Outcome<VmSession> leave(VmSession before, String userId) {
        var left = changes.change(
                before.id(),
                found -> Outcome.done(found.orElse(before).departed(userId, Departure.Way.LEFT, clock.instant())));
        return left.then(after -> {
            before.inside(userId).ifPresent(stay -> door.behind(after, stay.id()));
            return left;
        });
    }
}
