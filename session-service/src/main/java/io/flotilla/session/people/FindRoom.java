package io.flotilla.session.people;

import io.flotilla.session.sharing.ShowRoom;
import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;

/** A room for those inside, and the read model anew: who asks has not found it there. */
@ApplicationScoped
public class FindRoom {
    private final VmSessions sessions;
    private final ShowRoom rooms;

    public FindRoom(VmSessions sessions, ShowRoom rooms) {
        this.sessions = sessions;
        this.rooms = rooms;
    }

    public Outcome<VmSession> find(String id, Actor actor) {
        return Access.ATTEND.check(sessions.find(id), actor).then(session -> Outcome.done(rooms.show(session)));
    }
}
