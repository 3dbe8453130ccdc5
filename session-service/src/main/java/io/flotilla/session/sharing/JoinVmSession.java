package io.flotilla.session.sharing;

import io.flotilla.session.limit.Holding;
import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets people into a live session: strangers while it is shared, the owner and those inside always, and these two at no cost. */
@ApplicationScoped
public class JoinVmSession {
    private final VmSessions sessions;
    private final ChangeVmSession changes;
    private final Places places;
    private final Admission admission;
    private final Stays stays;

    public JoinVmSession(
            VmSessions sessions, ChangeVmSession changes, Places places, Admission admission, Stays stays) {
        this.sessions = sessions;
        this.changes = changes;
        this.places = places;
        this.admission = admission;
        this.stays = stays;
    }

    public Outcome<Entry> join(String id, Person person) {
        var actor = new Actor(person.userId(), false);
        return Access.JOIN.check(sessions.find(id), actor).then(session -> {
            if (session.inside(person.userId()).isPresent()) {
                return admit(session, person);
            }
            return session.isOwnedBy(person.userId()) ? comeBack(session, person) : comeIn(session, person);
        });
    }

    /** The owner never gave the place up: it still counts against the address it was taken from. */
    private Outcome<Entry> comeBack(VmSession session, Person owner) {
        var address = session.participants().stream()
                .filter(one -> one.userId().equals(owner.userId()))
                .findFirst()
                .map(Participant::address)
                .orElse(owner.address());
        return enter(session.id(), new Person(owner.userId(), owner.name(), address, owner.sid()))
                .then(now -> admit(now, owner));
    }

    private Outcome<Entry> comeIn(VmSession session, Person guest) {
        var holding = new Holding(session.id(), guest.userId(), guest.address());
        return places.take(holding).then(taken -> {
            var entered = enter(session.id(), guest);
            if (entered instanceof Outcome.Refused<VmSession> && taken.fresh()) {
                places.release(holding);
            }
            return entered.then(now -> admit(now, guest));
        });
    }

    private Outcome<VmSession> enter(String id, Person person) {
        return changes.change(id, found -> Access.JOIN
                .check(found, new Actor(person.userId(), false))
                .then(session ->
                        Outcome.done(session.inside(person.userId()).isPresent() ? session : joined(session, person))));
    }

    private VmSession joined(VmSession session, Person person) {
        return session.joined(stays.begin(person, session.roleFor(person.userId())));
    }

    private Outcome<Entry> admit(VmSession session, Person person) {
        return session.inside(person.userId())
                .map(stay -> admission.admit(session, stay, person))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownSession()));
    }
}
