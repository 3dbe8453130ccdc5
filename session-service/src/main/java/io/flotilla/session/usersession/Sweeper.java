package io.flotilla.session.usersession;

import io.flotilla.session.config.SessionConfig;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Deletes expired user sessions, batch by batch; on several nodes at once it only finds less to do. */
@ApplicationScoped
class Sweeper {
    private final UserSessions sessions;
    private final Expiry expiry;
    private final InstantSource clock;
    private final int batch;

    Sweeper(UserSessions sessions, Expiry expiry, InstantSource clock, SessionConfig config) {
        this.sessions = sessions;
        this.expiry = expiry;
        this.clock = clock;
        this.batch = config.session().cleanupBatch();
    }

    @Scheduled(
            every = "${SESSION_CLEANUP_INTERVAL_SECONDS:1800}s",
            delayed = "60s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        var now = clock.instant();
        while (sessions.sweep(now.minus(expiry.idle()), now.minus(expiry.lifetime()), batch) == batch) {
            // A full batch: there is more.
        }
    }
}
