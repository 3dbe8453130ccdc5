package io.flotilla.kit.audit;

/** Where audit entries go. Safe for many threads; blocks. */
public interface AuditTrail {
    /**
     * Records; returns when the entry cannot be lost any more. Recording one twice keeps it once.
     *
     * @throws io.flotilla.kit.problem.Unavailable when it cannot be kept now
     */
    void record(AuditEntry entry);
}
