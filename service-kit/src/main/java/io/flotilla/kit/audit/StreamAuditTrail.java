package io.flotilla.kit.audit;

import io.flotilla.kit.fact.FactStream;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** Publishes entries to {@value #STREAM}, where session-service collects them. */
@Singleton
@DefaultBean
public final class StreamAuditTrail implements AuditTrail {
    /** The stream of facts that carries audit entries, as {@link AuditJson} writes them. */
    public static final String STREAM = "events:audit";

    private final FactStream facts;

    public StreamAuditTrail(FactStream facts) {
        this.facts = facts;
    }

    @Override
    public void record(AuditEntry entry) {
        facts.publish(STREAM, AuditJson.write(entry));
    }
}
