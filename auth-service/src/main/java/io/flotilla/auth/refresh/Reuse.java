package io.flotilla.auth.refresh;

import io.flotilla.auth.signin.EndReason;
import io.flotilla.auth.signin.SessionLives;
import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** What happens when a used refresh token comes again. */
@Singleton
public final class Reuse {
    private static final Logger log = Logger.getLogger(Reuse.class);

    private final RefreshTokens tokens;
    private final SessionLives sessions;
    private final AuditEntries entries;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final MeterRegistry meters;

    public Reuse(
            RefreshTokens tokens,
            SessionLives sessions,
            AuditEntries entries,
            AuditTrail trail,
            InstantSource clock,
            MeterRegistry meters) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.entries = entries;
        this.trail = trail;
        this.clock = clock;
        this.meters = meters;
    }

    /** The family dies at once; its user session too, which is asked for at every reuse, in case it could not be told the first time. */
    void of(Family family, String address) {
        boolean news = tokens.kill(family.sessionId(), clock.instant());
        var _ = sessions.end(family.sessionId(), EndReason.TOKEN_REUSED);
        if (news) {
            log.warnf("a refresh token of session %s came twice; the session is over", family.sessionId());
            meters.counter("flotilla.refresh.reused").increment();
            trail.record(entries.of("token-reused")
                    .by(family.userId(), null)
                    .inSession(family.sessionId())
                    .from(address));
        }
    }
}
