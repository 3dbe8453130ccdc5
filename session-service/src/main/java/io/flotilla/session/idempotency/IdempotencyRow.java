package io.flotilla.session.idempotency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** One request as PostgreSQL holds it. */
@Entity
@Table(name = "idempotency_record")
@IdClass(IdempotencyRow.Key.class)
class IdempotencyRow {
    record Key(String userId, String keyHash) {}

    @Id
    String userId = "";

    @Id
    String keyHash = "";

    String bodyHash = "";
    String sessionId = "";
    boolean done;
    Instant heldUntil = Instant.EPOCH;
    Instant createdAt = Instant.EPOCH;
}
