package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditJson;
import io.flotilla.kit.audit.StreamAuditTrail;
import io.flotilla.kit.fact.FactStream;
import io.flotilla.session.config.SessionConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what other services record, and forgets what is old. */
@ApplicationScoped
class AuditCollector {
    private static final Logger LOG = Logger.getLogger(AuditCollector.class);
    private static final int BATCH = 500;

    private final FactStream stream;
    private final AuditLog log;
    private final InstantSource clock;
    private final SessionConfig.Session config;

    private FactStream.@Nullable Subscription subscription;

    AuditCollector(FactStream stream, AuditLog log, InstantSource clock, SessionConfig config) {
        this.stream = stream;
        this.log = log;
        this.clock = clock;
        this.config = config.session();
    }

    void start(@Observes StartupEvent event) {
        subscription = stream.subscribe(StreamAuditTrail.STREAM, "session-service", this::heard);
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscription != null) {
            subscription.close();
        }
    }

    /** Throws when it could not be kept now; then it has to come again. What is no entry would not become one, and is skipped. */
    void heard(String fact) {
        AuditJson.read(fact).ifPresentOrElse(log::add, () -> LOG.warn("a fact that is no audit entry is skipped"));
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void forget() {
        var limit = clock.instant().minus(config.auditKept());
        while (log.forgetBefore(limit, BATCH) == BATCH) {
            // A full batch: there is more.
        }
    }
}
