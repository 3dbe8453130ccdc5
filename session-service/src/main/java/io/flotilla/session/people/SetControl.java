package io.flotilla.session.people;

import io.flotilla.session.sharing.ShowRoom;
import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.Control;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** How people take turns at typing and clicking: for those inside to see, for the owner to say. */
@ApplicationScoped
public class SetControl {
    private final VmSessions sessions;
    private final ChangeVmSession changes;
    private final ShowRoom rooms;

    public SetControl(VmSessions sessions, ChangeVmSession changes, ShowRoom rooms) {
        this.sessions = sessions;
        this.changes = changes;
        this.rooms = rooms;
    }

    public Outcome<VmSession> look(String id, Actor actor) {
        return Access.TOUCH.check(sessions.find(id), actor);
    }

    public Outcome<VmSession> set(String id, ControlWish wish, Actor actor) {
        return changes.change(id, found -> Access.MANAGE
                        .check(found, actor)
                        .then(session -> Outcome.done(
                                session.controlled(wish.on(session.terms().control())))))
                .then(session -> {
                    rooms.showAndTell(session, null, "control");
                    return Outcome.done(session);
                });
    }

    /**
     * What the owner wants.
     *
     * @param turnSeconds null to leave it as it is
     */
    public record ControlWish(Control.Mode mode, @Nullable Integer turnSeconds) {
        Control on(Control present) {
            return new Control(mode, turnSeconds == null ? present.turnSeconds() : turnSeconds);
        }
    }
}
