package io.flotilla.session.vmsession;

import java.util.Optional;

/**
 * What one user is in a VM session, without all the others.
 *
 * @param stay the present one
 */
public record Standing(boolean live, boolean owner, Optional<Participant> stay) {
    /** The stay, for what only those do who are inside a live session; as {@link Access#ATTEND}. */
    public static Outcome<Standing> attending(Optional<Standing> found) {
        if (found.isEmpty() || !found.get().live()) {
            return Outcome.refused(new Refusal.UnknownSession());
        }
        return found.get().stay().isEmpty() ? Outcome.refused(new Refusal.NotInside()) : Outcome.done(found.get());
    }

    static Standing of(VmSession session, String userId) {
        return new Standing(session.state() instanceof VmState.Live, session.isOwnedBy(userId), session.inside(userId));
    }
}
