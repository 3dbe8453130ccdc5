package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.kit.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * This service's own entries take no detour: they are written in the transaction of the act, so that neither is there without the other.
 */
@ApplicationScoped
class RecordedAuditTrail implements AuditTrail {
    private final AuditLog log;

    RecordedAuditTrail(AuditLog log) {
        this.log = log;
    }

    @Override
    public void record(AuditEntry entry) {
        log.add(entry);
    }
}
