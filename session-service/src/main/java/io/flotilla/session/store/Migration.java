package io.flotilla.session.store;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Migrates once: at start, or when the database comes. Several nodes at once wait for one another in the database. */
@ApplicationScoped
class Migration {
    private static final Logger LOG = Logger.getLogger(Migration.class);

    private final Flyway flyway;
    private final AtomicBoolean done = new AtomicBoolean();

    Migration(Flyway flyway) {
        this.flyway = flyway;
    }

    boolean isDone() {
        return done.get();
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        attempt();
    }

    @Scheduled(every = "2s", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void again() {
        attempt();
    }

    private void attempt() {
        if (done.get()) {
            return;
        }
        try {
            flyway.migrate();
            done.set(true);
        } catch (FlywayException e) {
            LOG.warnf("the schema is not ready yet: %s", e.getMessage());
        }
    }
}
