package io.flotilla.session.people;

import io.flotilla.session.sharing.ShutDoor;
import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.Departure;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.VmSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Keeps the user of a stay, past or present, out for good, or no longer. Both may be repeated. */
@ApplicationScoped
public class BanParticipant {
    private final ChangeVmSession changes;
    private final ShutDoor door;
    private final InstantSource clock;

    public BanParticipant(ChangeVmSession changes, ShutDoor door, InstantSource clock) {
        this.changes = changes;
        this.door = door;
        this.clock = clock;
    }

    public Outcome<VmSession> ban(String id, String participantId, Actor actor) {
        return changes.change(id, found -> Access.MANAGE.check(found, actor).then(session -> Guests.find(
                                session, participantId)
                        .then(stay -> Outcome.done(session.banned(stay.userId(), clock.instant())))))
                .then(session -> {
                    session.stay(participantId).ifPresent(stay -> shutBehind(session, stay.userId()));
                    return Outcome.done(session);
                });
    }

    public Outcome<VmSession> unban(String id, String participantId, Actor actor) {
        return changes.change(
                id, found -> Access.MANAGE.check(found, actor).then(session -> Guests.find(session, participantId)
                        .then(stay -> Outcome.done(session.pardoned(stay.userId())))));
    }

    private void shutBehind(VmSession session, String userId) {
        session.participants().stream()
                .filter(one -> one.userId().equals(userId) && isOutByBan(one))
                .forEach(one -> door.behind(session, one.id()));
    }

    private static boolean isOutByBan(Participant stay) {
        return stay.departure() instanceof Departure(var _, var way) && way == Departure.Way.BANNED;
    }
}
