package io.flotilla.session.sessionrecord;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.session.usersession.Farewell;
import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import io.flotilla.session.usersession.UserSessionEvent;
import io.flotilla.session.usersession.UserSessionEvents;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What follows from the end of a user session: devices hear of it, it is counted and written down, and a visitor's VM sessions are let go,
 * because a visitor is known by that session alone and can never come back. Each step by itself; a step that fails is logged.
 */
@ApplicationScoped
public class Aftermath {
    private static final Logger LOG = Logger.getLogger(Aftermath.class);

    private final UserSessionEvents events;
    private final AuditTrail audit;
    private final AuditEntries entries;
    private final SessionMeters meters;
    private final List<Farewell> farewells;

    public Aftermath(
            UserSessionEvents events,
            AuditTrail audit,
            AuditEntries entries,
            SessionMeters meters,
            @All List<Farewell> farewells) {
        this.events = events;
        this.audit = audit;
        this.entries = entries;
        this.meters = meters;
        this.farewells = farewells;
    }

    void of(UserSession session, SessionEnd why) {
        meters.ended(why);
        events.tell(new UserSessionEvent.SessionEnded(session.userId(), session.handle(), why.wire()));
        boolean visitor = session.holder().isVisitor();
        // Visitors come and go by the thousand: that one stopped coming is nothing to write down.
        if (!(visitor && why == SessionEnd.EXPIRED)) {
            tried(() -> audit.record(entry(session, why)));
        }
        // Who signs in takes along what they started.
        if (visitor && why != SessionEnd.SIGNED_IN) {
            farewells.forEach(one -> tried(() -> one.gone(session.userId())));
        }
    }

    private AuditEntry entry(UserSession session, SessionEnd why) {
        var entry = entries.of("session-ended")
                .inSession(session.handle())
                .with("reason", why.wire())
                .with("session", session.handle());
        return switch (why) {
            case SIGNED_OUT, SIGNED_OUT_EVERYWHERE, PASSWORD_CHANGED, SIGNED_IN, ENDED_BY_USER ->
                entry.by(session.userId(), session.holder().username());
            case DISABLED, ROLES_CHANGED, TOKEN_REUSED, EXPIRED, DISPLACED, ANOTHER_BROWSER ->
                entry.about(session.userId());
        };
    }

    private static void tried(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf("a user session ended, but not all that follows was done: %s", e.toString());
        }
    }
}
