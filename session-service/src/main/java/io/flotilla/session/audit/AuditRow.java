package io.flotilla.session.audit;

import io.flotilla.kit.audit.AuditEntry;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry as PostgreSQL holds it. */
@Entity
@Table(name = "audit_entry")
class AuditRow {
    @Id
    String id = "";

    Instant at = Instant.EPOCH;
    String type = "";

    @Nullable
    String actor;

    @Nullable
    String actorName;

    @Nullable
    String subject;

    @Nullable
    String sessionId;

    @Nullable
    String address;

    String detail = "{}";

    AuditEntry toEntry(Map<String, String> details) {
        return new AuditEntry(id, at, type, actor, actorName, subject, sessionId, address, details);
    }
}
