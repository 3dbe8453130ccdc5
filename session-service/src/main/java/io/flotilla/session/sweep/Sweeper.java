package io.flotilla.session.sweep;

import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.sessionrecord.EndSession;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.usersession.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Ends expired user sessions, then forgets those that ended long ago; never one that runs. */
@ApplicationScoped
class Sweeper {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final UserSessions sessions;
    private final EndSession ends;
    private final Leases leases;
    private final Expiry expiry;
    private final InstantSource clock;
    private final SessionConfig.Session config;

    Sweeper(
            UserSessions sessions,
            EndSession ends,
            Leases leases,
            Expiry expiry,
            InstantSource clock,
            SessionConfig config) {
        this.sessions = sessions;
        this.ends = ends;
        this.leases = leases;
        this.expiry = expiry;
        this.clock = clock;
        this.config = config.session();
    }

    /** Does nothing while another node is at it, and stops after a batch when another one took over. */
    void sweep() {
        leases.take("sweeper", LEASE).ifPresent(lease -> {
            try {
                while (batch() && lease.renew(LEASE)) {
                    // A full batch: there is more.
                }
            } finally {
                lease.release();
            }
        });
    }

    /** Whether there may be more to do. */
    private boolean batch() {
        var now = clock.instant();
        var limits = new UserSessions.Limits(now.minus(expiry.idle()), now.minus(expiry.lifetime()));
        var over = sessions.expired(limits, config.cleanupBatch());
        over.forEach(session -> ends.expire(session, limits));
        int forgotten = sessions.forgetEndedBefore(now.minus(config.endedKept()), config.cleanupBatch());
        return over.size() == config.cleanupBatch() || forgotten == config.cleanupBatch();
    }
}
