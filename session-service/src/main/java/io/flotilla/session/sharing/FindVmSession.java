package io.flotilla.session.sharing;

import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks without changing anything. */
@ApplicationScoped
public class FindVmSession {
    private final VmSessions sessions;

    public FindVmSession(VmSessions sessions) {
        this.sessions = sessions;
    }

    /** One session, for those who may see it. */
    public Outcome<VmSession> find(String id, Actor actor) {
        return Access.VIEW.check(sessions.find(id), actor);
    }

    /** One running session, for those who are inside: the people's sign of life. */
    public Outcome<VmSession> touch(String id, Actor actor) {
        return Access.TOUCH.check(sessions.find(id), actor);
    }

    /** Own and joined sessions that are not over, newest first. */
    public List<VmSession> ofUser(String userId) {
        return sessions.ofUser(userId);
    }
}
