package io.flotilla.auth.signin;

import io.flotilla.auth.account.Accounts;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Does what is left of changes whose sessions could not be ended at once, because somebody was away or a process died. */
@Singleton
final class OverdueEndings {
    private static final Logger log = Logger.getLogger(OverdueEndings.class);
    /** Whoever made the change does it first; the session that they open afterwards must not be met by this. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private static final int BATCH = 100;

    private final Accounts accounts;
    private final EndSessions sessions;
    private final InstantSource clock;

    OverdueEndings(Accounts accounts, EndSessions sessions, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Scheduled(every = "5s", identity = "endings", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        try {
            accounts.endings(clock.instant().minus(GRACE), BATCH).forEach(sessions::now);
        } catch (Unavailable e) {
            log.debug("sessions that should end cannot be ended now", e);
        }
    }
}
