package io.flotilla.session.sharing;

import io.flotilla.session.membership.Members;
import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import io.flotilla.session.vmsession.VmState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Lets people out. A guest's place is free at once; an owner who leaves still owns the session, and its place. */
@ApplicationScoped
public class LeaveVmSession {
    private final VmSessions sessions;
    private final ChangeVmSession changes;
    private final Members members;
    private final Places places;
    private final InstantSource clock;

    public LeaveVmSession(
            VmSessions sessions, ChangeVmSession changes, Members members, Places places, InstantSource clock) {
        this.sessions = sessions;
        this.changes = changes;
        this.members = members;
        this.places = places;
        this.clock = clock;
    }

    public Outcome<VmSession> leave(String id, Actor actor) {
        return Access.LEAVE.check(sessions.find(id), actor).then(before -> leave(before, actor.userId()));
    }

    private Outcome<VmSession> leave(VmSession before, String userId) {
        var left = changes.change(
                before.id(), found -> Outcome.done(found.orElse(before).left(userId, clock.instant())));
        return left.then(after -> {
            before.inside(userId).ifPresent(stay -> shutTheDoor(after, stay));
            return left;
        });
    }

    private void shutTheDoor(VmSession session, Participant stay) {
        if (session.state() instanceof VmState.Live live) {
            members.remove(live.vmId(), stay.id(), "left");
        }
        if (!session.isOwnedBy(stay.userId())) {
            places.release(Places.holding(session, stay));
        }
    }
}
