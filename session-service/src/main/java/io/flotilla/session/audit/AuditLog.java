package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditEntry;
import java.time.Instant;
import java.util.List;

/** The record of what people did. Thread-safe; blocks; throws when it cannot be reached. */
public interface AuditLog {
    /** Keeps it, in the surrounding transaction if there is one; an id that is there already changes nothing. */
    void add(AuditEntry entry);

    /** Newest first, at most as many as asked for. */
    List<AuditEntry> find(AuditQuery query);

    /** How often that user did that since then. */
    int count(String actor, String type, Instant since);

    /**
     * Forgets entries older than that, up to so many; returns how many. Of several calls at once, on any node, one works and the others
     * return 0.
     */
    int forgetBefore(Instant limit, int atMost);
}
