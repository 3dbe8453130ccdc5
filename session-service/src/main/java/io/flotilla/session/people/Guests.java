package io.flotilla.session.people;

import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.Participant;
import io.flotilla.session.vmsession.Refusal;
import io.flotilla.session.vmsession.VmSession;

/** Whom an owner may decide about: everybody who is or was inside, but not the owner. */
final class Guests {
    private Guests() {}

    static Outcome<Participant> find(VmSession session, String participantId) {
        var stay = session.stay(participantId);
        if (stay.isEmpty()) {
            return Outcome.refused(new Refusal.UnknownParticipant());
        }
        return session.isOwnedBy(stay.get().userId())
                ? Outcome.refused(new Refusal.OwnerStays())
                : Outcome.done(stay.get());
    }

    static Outcome<Participant> findInside(VmSession session, String participantId) {
        return find(session, participantId)
                .then(stay -> stay.isInside() ? Outcome.done(stay) : Outcome.refused(new Refusal.UnknownParticipant()));
    }
}
