package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditEntry;
import io.flotilla.kit.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;

/** Records what the features of this service do, with who asked for it and from where filled in. */
@ApplicationScoped
public class Acts {
    /** Knows about the request at hand. */
    @FunctionalInterface
    public interface Whence {
        /** The entry with its actor, session and address, as far as there is a request. */
        AuditEntry fill(AuditEntry entry);
    }

    private final AuditEntries entries;
    private final AuditTrail trail;
    private final Whence whence;

    public Acts(AuditEntries entries, AuditTrail trail, Whence whence) {
        this.entries = entries;
        this.trail = trail;
        this.whence = whence;
    }

    /** An entry of that type ({@code contracts/audit.md}) about what happens now. */
    public AuditEntry of(String type) {
        return whence.fill(entries.of(type));
    }

    /** Returns when it cannot be lost any more; within a transaction, when that is committed. */
    public void record(AuditEntry entry) {
        trail.record(entry);
    }
}
