package io.flotilla.session.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.kit.audit.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The record in PostgreSQL. */
@ApplicationScoped
class PanacheAuditLog implements AuditLog {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final AuditRows rows;
    private final ObjectMapper json;

    PanacheAuditLog(AuditRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    @Transactional
    public void add(AuditEntry entry) {
        database()
                .createNativeQuery("""
                        insert into {h-schema}audit_entry
                          (id, at, type, actor, actor_name, subject, session_id, address, detail)
                        values (:id, :at, :type, :actor, :actorName, :subject, :session, :address, :detail)
                        on conflict do nothing""")
                .setParameter("id", entry.id())
                .setParameter("at", entry.at().truncatedTo(ChronoUnit.MILLIS))
                .setParameter("type", entry.type())
                .setParameter("actor", entry.actor())
                .setParameter("actorName", entry.actorName())
                .setParameter("subject", entry.subject())
                .setParameter("session", entry.sessionId())
                .setParameter("address", entry.address())
                .setParameter("detail", write(entry.detail()))
                .executeUpdate();
    }

    @Override
    @Transactional
    public List<AuditEntry> find(AuditQuery query) {
        var conditions = new StringBuilder("true");
        var parameters = new HashMap<String, Object>();
        if (query.type() != null) {
            conditions.append(" and type = :type");
            parameters.put("type", query.type());
        }
        if (query.user() != null) {
            conditions.append(" and (actor = :user or subject = :user)");
            parameters.put("user", query.user());
        }
        if (query.before() != null) {
            conditions.append(" and (at < :at or (at = :at and id < :id))");
            parameters.put("at", query.before().at());
            parameters.put("id", query.before().id());
        }
        return rows
                .find("where " + conditions + " order by at desc, id desc", parameters)
                .page(0, query.limit())
                .list()
                .stream()
                .map(row -> row.toEntry(read(row.detail)))
                .toList();
    }

    @Override
    @Transactional
    public int count(String actor, String type, Instant since) {
        return (int) rows.count("actor = ?1 and type = ?2 and at >= ?3", actor, type, since);
    }

    @Override
    @Transactional
    public int forgetBefore(Instant limit, int atMost) {
        var mine = (Boolean) database()
                .createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('audit-pruning', 0))", Boolean.class)
                .getSingleResult();
        if (!mine) {
            return 0;
        }
        return database()
                .createNativeQuery("""
                        delete from {h-schema}audit_entry where id in (
                          select id from {h-schema}audit_entry where at < :limit order by at, id limit :most)""")
                .setParameter("limit", limit)
                .setParameter("most", atMost)
                .executeUpdate();
    }

    private EntityManager database() {
        return Objects.requireNonNull(rows.getEntityManager());
    }

    private String write(Map<String, String> detail) {
        try {
            return json.writeValueAsString(detail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is JSON", e);
        }
    }

    private Map<String, String> read(String detail) {
        try {
            return json.readValue(detail, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry's detail is no JSON", e);
        }
    }
}
