package io.flotilla.kit.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The twin for tests: one process, and the entries can be looked at. */
public final class InMemoryAuditTrail implements AuditTrail {
    /** Guarded by this. */
    private final Map<String, AuditEntry> entries = new LinkedHashMap<>();

    @Override
    public synchronized void record(AuditEntry entry) {
        entries.putIfAbsent(entry.id(), entry);
    }

    /** Everything recorded, in order, each once. */
    public synchronized List<AuditEntry> entries() {
        return List.copyOf(entries.values());
    }
}
