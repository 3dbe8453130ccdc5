package io.flotilla.session.people;

import io.flotilla.session.sharing.ShutDoor;
import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.VmSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Puts somebody out, who may come back while the session is shared. Saying it again finishes what was left half done. */
@ApplicationScoped
public class KickParticipant {
    private final ChangeVmSession changes;
    private final ShutDoor door;
    private final InstantSource clock;

    public KickParticipant(ChangeVmSession changes, ShutDoor door, InstantSource clock) {
        this.changes = changes;
        this.door = door;
        this.clock = clock;
    }

    public Outcome<VmSession> kick(String id, String participantId, Actor actor) {
        return changes.change(id, found -> Access.MANAGE.check(found, actor).then(session -> Guests.find(
                                session, participantId)
                        .then(stay -> Outcome.done(session.kicked(stay.id(), clock.instant())))))
                .then(session -> {
                    door.behind(session, participantId);
                    return Outcome.done(session);
                });
    }
}
