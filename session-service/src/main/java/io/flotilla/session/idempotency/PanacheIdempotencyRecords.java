package io.flotilla.session.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** The record in PostgreSQL: whoever inserts the row first has the claim, the others wait for that insert and then read it. */
@ApplicationScoped
class PanacheIdempotencyRecords implements IdempotencyRecords {
    private final IdempotencyRows rows;

    PanacheIdempotencyRecords(IdempotencyRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public Claim claim(Request request, String sessionId, Instant now, Duration hold) {
        if (insert(request, sessionId, now, now.plus(hold))) {
            return new Claim.Mine();
        }
        var row = rows.findById(key(request), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return new Claim.AtWork();
        }
        if (!row.bodyHash.equals(request.bodyHash())) {
            return new Claim.Different();
        }
        if (row.done) {
            return new Claim.Done(row.sessionId);
        }
        if (now.isBefore(row.heldUntil)) {
            return new Claim.AtWork();
        }
        row.sessionId = sessionId;
        row.heldUntil = now.plus(hold);
        return new Claim.Mine();
    }

    @Override
    @Transactional
    public void complete(Request request, String sessionId) {
        rows.update(
                "done = true where userId = ?1 and keyHash = ?2 and sessionId = ?3",
                request.userId(),
                request.keyHash(),
                sessionId);
    }

    @Override
    @Transactional
    public void release(Request request, String sessionId) {
        rows.delete(
                "userId = ?1 and keyHash = ?2 and sessionId = ?3 and done = false",
                request.userId(),
                request.keyHash(),
                sessionId);
    }

    @Override
    @Transactional
    public void handOver(String visitor, String account) {
        Objects.requireNonNull(rows.getEntityManager())
                .createNativeQuery("""
                        update {h-schema}idempotency_record r set user_id = ?1 where r.user_id = ?2 and not exists (
                          select 1 from {h-schema}idempotency_record o where o.user_id = ?1 and o.key_hash = r.key_hash)""")
                .setParameter(1, account)
                .setParameter(2, visitor)
                .executeUpdate();
        rows.delete("userId", visitor);
    }

    @Override
    @Transactional
    public int forgetBefore(Instant limit) {
        return (int) rows.delete("createdAt < ?1", limit);
    }

    private boolean insert(Request request, String sessionId, Instant now, Instant heldUntil) {
        int inserted = Objects.requireNonNull(rows.getEntityManager())
                .createNativeQuery("""
                        insert into {h-schema}idempotency_record
                          (user_id, key_hash, body_hash, session_id, done, held_until, created_at)
                        values (?1, ?2, ?3, ?4, false, ?5, ?6) on conflict do nothing""")
                .setParameter(1, request.userId())
                .setParameter(2, request.keyHash())
                .setParameter(3, request.bodyHash())
                .setParameter(4, sessionId)
                .setParameter(5, heldUntil)
                .setParameter(6, now)
                .executeUpdate();
        return inserted == 1;
    }

    private static IdempotencyRow.Key key(Request request) {
        return new IdempotencyRow.Key(request.userId(), request.keyHash());
    }
}
