package io.flotilla.session.sharing;

import io.flotilla.session.usersession.Farewell;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A visitor whose session is over can never come back: they leave every VM session, and one of their own that nobody else is in ends. With
 * others inside it goes on, without an owner, until its own time-outs end it.
 */
@ApplicationScoped
public class LetVisitorGo implements Farewell {
    private final VmSessions sessions;
    private final LeaveVmSession leaving;
    private final EndVmSession ending;

    public LetVisitorGo(VmSessions sessions, LeaveVmSession leaving, EndVmSession ending) {
        this.sessions = sessions;
        this.leaving = leaving;
        this.ending = ending;
    }

    @Override
    public void gone(String visitor) {
        for (var session : sessions.ofUser(visitor)) {
            var actor = new Actor(visitor, false);
            if (session.isOwnedBy(visitor) && isAlone(visitor, session)) {
                ending.end(session.id(), actor);
            } else {
                leaving.leave(session.id(), actor);
            }
        }
    }

    private static boolean isAlone(String visitor, VmSession session) {
        return session.inside().stream().allMatch(one -> one.userId().equals(visitor));
    }
}
