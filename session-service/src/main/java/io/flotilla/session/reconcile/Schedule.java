package io.flotilla.session.reconcile;

import io.flotilla.kit.fact.FactStream;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** When the repairs run. */
@ApplicationScoped
class Schedule {
    private final Reconciler reconciler;
    private final Rebuild rebuild;
    private final VmFacts facts;
    private final FactStream stream;
    private final History history;

    private FactStream.@Nullable Subscription subscription;

    Schedule(Reconciler reconciler, Rebuild rebuild, VmFacts facts, FactStream stream, History history) {
        this.reconciler = reconciler;
        this.rebuild = rebuild;
        this.facts = facts;
        this.stream = stream;
        this.history = history;
    }

    void start(@Observes StartupEvent event) {
        subscription = stream.subscribe("events:vm", "session-service", facts::heard);
    }

    void stop(@Observes ShutdownEvent event) {
        if (subscription != null) {
            subscription.close();
        }
    }

    /** The first time at start. */
    @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void everyMinute() {
        reconciler.reconcile();
        rebuild.rebuild();
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void everyHour() {
        history.forget();
    }
}
