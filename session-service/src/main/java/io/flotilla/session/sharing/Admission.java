package io.flotilla.session.sharing;

import io.flotilla.session.membership.ParticipantTokens;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmState;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the door of a live session to somebody the record already shows inside. Costs nothing and may be repeated. */
@ApplicationScoped
public class Admission {
    private final ShowRoom rooms;
    private final ParticipantTokens tokens;

    public Admission(ShowRoom rooms, ParticipantTokens tokens) {
        this.rooms = rooms;
        this.tokens = tokens;
    }

    Outcome<Entry> admit(VmSession session, Participant participant, Person person) {
        if (!(session.state() instanceof VmState.Live live)) {
            return Outcome.refused(new Refusal.UnknownSession());
        }
        var vmId = live.vmId();
        var token = tokens.issue(new ParticipantTokens.Subject(
                participant.userId(),
                participant.id(),
                vmId,
                session.id(),
                participant.role().wire(),
                participant.name(),
                person.sid()));
        if (token.isEmpty()) {
            return Outcome.refused(new Refusal.PlatformFailed("The sign-in service cannot be reached", true));
        }
        // Left, put out, or ended since the session was read: then what was shown is what holds, and this door stays
        // shut.
        return rooms.show(session)
                .stay(participant.id())
                .filter(Participant::isInside)
                .map(stay -> Outcome.done(new Entry(session, stay, vmId, token.get())))
                .orElseGet(() -> Outcome.refused(new Refusal.UnknownSession()));
    }
}
