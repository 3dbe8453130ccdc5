package io.flotilla.session.people;

import io.flotilla.session.sharing.ShowRoom;
import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Role;
import io.flotilla.session.vmsession.VmSession;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what somebody inside may do, now and whenever they come back. */
@ApplicationScoped
public class ChangeRole {
    private final ChangeVmSession changes;
    private final ShowRoom rooms;

    public ChangeRole(ChangeVmSession changes, ShowRoom rooms) {
        this.changes = changes;
        this.rooms = rooms;
    }

    /**
     * Gives the role.
     *
     * @param role not that of the owner, which nobody can be given
     */
    public Outcome<VmSession> change(String id, String participantId, Role role, Actor actor) {
        return changes.change(id, found -> Access.MANAGE.check(found, actor).then(session -> Guests.findInside(
                                session, participantId)
                        .then(stay -> Outcome.done(session.withRole(stay.userId(), role)))))
                .then(session -> {
                    rooms.showAndTell(session, participantId, "role");
                    return Outcome.done(session);
                });
    }
}
