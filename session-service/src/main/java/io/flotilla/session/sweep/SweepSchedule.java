package io.flotilla.session.sweep;

import io.flotilla.session.sessionrecord.SessionMeters;
import io.flotilla.session.sessionrecord.UserSessions;
import io.flotilla.session.usersession.Expiry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** When user sessions are swept, and counted. */
@ApplicationScoped
class SweepSchedule {
    private final Sweeper sweeper;
    private final UserSessions sessions;
    private final SessionMeters meters;
    private final Expiry expiry;
    private final InstantSource clock;

    SweepSchedule(Sweeper sweeper, UserSessions sessions, SessionMeters meters, Expiry expiry, InstantSource clock) {
        this.sweeper = sweeper;
        this.sessions = sessions;
        this.meters = meters;
        this.expiry = expiry;
        this.clock = clock;
    }

    @Scheduled(
            every = "${SESSION_CLEANUP_INTERVAL_SECONDS:1800}s",
            delayed = "60s",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        sweeper.sweep();
    }

    @Scheduled(every = "30s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void count() {
        var now = clock.instant();
        meters.running(
                sessions.countRunning(new UserSessions.Limits(now.minus(expiry.idle()), now.minus(expiry.lifetime()))));
    }
}
