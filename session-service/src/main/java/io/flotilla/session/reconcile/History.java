package io.flotilla.session.reconcile;

import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.idempotency.IdempotencyRecords;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Lets go of what is over for long. */
@ApplicationScoped
class History {
    private final VmSessions sessions;
    private final IdempotencyRecords requests;
    private final InstantSource clock;
    private final SessionConfig.Session config;

    History(VmSessions sessions, IdempotencyRecords requests, InstantSource clock, SessionConfig config) {
        this.sessions = sessions;
        this.requests = requests;
        this.clock = clock;
        this.config = config.session();
    }

    void forget() {
        var now = clock.instant();
        sessions.forgetEndedBefore(now.minus(config.historyKept()));
        requests.forgetBefore(now.minus(config.idempotencyKept()));
    }
}
