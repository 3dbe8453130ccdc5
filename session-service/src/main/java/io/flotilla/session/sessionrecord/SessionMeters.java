package io.flotilla.session.sessionrecord;

import io.flotilla.session.usersession.SessionEnd;
import io.flotilla.session.usersession.UserSession;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** {@code flotilla.user.sessions} (running, over all nodes, as last counted) and {@code .created}, {@code .expired}, {@code .revoked}. */
@ApplicationScoped
public class SessionMeters {
    private final MeterRegistry meters;
    private final AtomicLong running = new AtomicLong();

    public SessionMeters(MeterRegistry meters) {
        this.meters = meters;
        meters.gauge("flotilla.user.sessions", running);
    }

    /** So many run. */
    public void running(long now) {
        running.set(now);
    }

    /** One was opened. */
    public void opened(UserSession session) {
        var kind = session.holder().isVisitor() ? "visitor" : "account";
        meters.counter("flotilla.user.sessions.created", "kind", kind).increment();
    }

    void ended(SessionEnd why) {
        if (why == SessionEnd.EXPIRED) {
            meters.counter("flotilla.user.sessions.expired").increment();
        } else {
            meters.counter("flotilla.user.sessions.revoked", "reason", why.wire())
                    .increment();
        }
    }
}
