package io.flotilla.session.studysweep;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** When study sessions are looked after. A store that is away is said once, not every second. */
@ApplicationScoped
class StudySweepSchedule {
    private static final Logger LOG = Logger.getLogger(StudySweepSchedule.class);

    private final StudySweeper sweeper;
    private final AtomicBoolean works = new AtomicBoolean(true);

    StudySweepSchedule(StudySweeper sweeper) {
        this.sweeper = sweeper;
    }

    @Scheduled(every = "1s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void everySecond() {
        tried(sweeper::everySecond);
    }

    @Scheduled(every = "10s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void everySoOften() {
        tried(sweeper::everySoOften);
    }

    @Scheduled(every = "1h", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void everyHour() {
        tried(sweeper::everyHour);
    }

    private void tried(Runnable sweep) {
        try {
            sweep.run();
            works.set(true);
        } catch (RuntimeException e) {
            if (works.compareAndSet(true, false)) {
                LOG.warnf("study sessions are not looked after: %s", e.toString());
            }
        }
    }
}
