package io.flotilla.session.suspicion;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.session.audit.AuditLog;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.usersession.UserSession;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Marks suspicious user sessions. */
@ApplicationScoped
public class Suspicions {
    private static final Logger LOG = Logger.getLogger(Suspicions.class);
    private static final String SWITCHED = "platform-switched";

    private final UserSessions sessions;
    private final AuditLog acts;
    private final AuditTrail audit;
    private final AuditEntries entries;
    private final MeterRegistry meters;
    private final InstantSource clock;

    public Suspicions(
            UserSessions sessions,
            AuditLog acts,
            AuditTrail audit,
            AuditEntries entries,
            MeterRegistry meters,
            InstantSource clock) {
        this.sessions = sessions;
        this.acts = acts;
        this.audit = audit;
        this.entries = entries;
        this.meters = meters;
        this.clock = clock;
    }

    /** The user opened this session, or switched the platform in it: looks whether that was once too often. Fails nothing. */
    public void look(UserSession session) {
        try {
            var why = names(Suspicion.of(acts(session.userId())));
            if (!why.isEmpty() && sessions.suspect(session.handle(), why)) {
                meters.counter("flotilla.user.sessions.suspicious").increment();
                audit.record(entries.of("session-suspicious")
                        .about(session.userId())
                        .inSession(session.handle())
                        .with("why", String.join(" ", why)));
            }
        } catch (RuntimeException e) {
            LOG.warnf("a user session could not be looked at for suspicion: %s", e.toString());
        }
    }

    /** The same for whoever knows but the handle. */
    public void look(String handle) {
        try {
            sessions.findByHandle(handle).ifPresent(this::look);
        } catch (RuntimeException e) {
            LOG.warnf("a user session could not be looked at for suspicion: %s", e.toString());
        }
    }

    /** Why the session was marked; empty when it is not. */
    public Set<String> of(UserSession session) {
        return sessions.suspicionsOf(session.handle());
    }

    private Suspicion.Acts acts(String userId) {
        var now = clock.instant();
        var day = now.minus(Duration.ofDays(1));
        return new Suspicion.Acts(
                acts.count(userId, SWITCHED, now.minus(Duration.ofMinutes(5))),
                acts.count(userId, SWITCHED, day),
                sessions.openedSince(userId, day));
    }

    private static Set<String> names(Set<Suspicion> suspicions) {
        var names = new TreeSet<String>();
        suspicions.forEach(one -> names.add(one.wire()));
        return names;
    }
}
