package io.flotilla.session.sharing;

import io.flotilla.session.vmsession.Access;
import io.flotilla.session.vmsession.Actor;
import io.flotilla.session.vmsession.ChangeVmSession;
import io.flotilla.session.vmsession.Outcome;
import io.flotilla.session.vmsession.VmSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Opens a session to strangers who know its id, and closes it again; whoever is inside stays. */
@ApplicationScoped
public class ShareVmSession {
    private final ChangeVmSession changes;
    private final InstantSource clock;

    public ShareVmSession(ChangeVmSession changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    public Outcome<VmSession> share(String id, Actor actor) {
        return changes.change(id, found -> Access.SHARE
                .check(found, actor)
                .then(session -> Outcome.done(session.shared(clock.instant()))));
    }

    public Outcome<VmSession> unshare(String id, Actor actor) {
        return changes.change(
                id, found -> Access.SHARE.check(found, actor).then(session -> Outcome.done(session.unshared())));
    }
}
