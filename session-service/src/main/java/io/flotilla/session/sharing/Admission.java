package io.flotilla.session.sharing;

import io.flotilla.session.membership.Member;
import io.flotilla.session.membership.Members;
import io.flotilla.session.membership.ParticipantTokens;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Person;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import io.flotilla.session.vmsession.VmState;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the door of a live session to somebody the record already shows inside. Costs nothing and may be repeated. */
@ApplicationScoped
public class Admission {
    private final VmSessions sessions;
    private final Members members;
    private final ParticipantTokens tokens;

    public Admission(VmSessions sessions, Members members, ParticipantTokens tokens) {
        this.sessions = sessions;
        this.members = members;
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
        members.put(vmId, member(participant));
        if (!isStillInside(session.id(), participant)) {
            // Left, or ended, since the session was read: whoever did that has already cleared the model, so this entry
            // is ours to clear.
            members.remove(vmId, participant.id(), "left");
            return Outcome.refused(new Refusal.UnknownSession());
        }
        return Outcome.done(new Entry(session, participant, vmId, token.get()));
    }

    private boolean isStillInside(String id, Participant participant) {
        return sessions.find(id)
                .filter(now -> now.state() instanceof VmState.Live)
                .flatMap(now -> now.inside(participant.userId()))
                .filter(now -> now.id().equals(participant.id()))
                .isPresent();
    }

    /** The participant as the gateway sees it. */
    public static Member member(Participant participant) {
        return new Member(
                participant.id(),
                participant.userId(),
                participant.role().wire(),
                participant.name(),
                participant.joinedAt());
    }
}
