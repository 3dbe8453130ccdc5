package io.flotilla.session.studysession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The record in PostgreSQL. One user's changes come one after the other by a lock; that only one session is open, an index sees to as well. */
@ApplicationScoped
class PanacheStudySessions implements StudySessions {
    private final StudySessionRows rows;

    PanacheStudySessions(StudySessionRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public Instant now() {
        var now = (Instant) manager()
                .createNativeQuery("select clock_timestamp()", Instant.class)
                .getSingleResult();
        return now.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    @Transactional
    public <T> T alone(String userId, Supplier<T> work) {
        var locked = manager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "study-session:" + userId)
                .getResultList();
        if (locked.size() != 1) {
            throw new IllegalStateException("the lock of a user was not taken");
        }
        return work.get();
    }

    @Override
    @Transactional
    public Optional<StudySession> find(String id) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL has no such text, and would rather fail than find nothing
        }
        return list("id = ?1", id).stream().findFirst();
    }

    @Override
    @Transactional
    public Optional<StudySession> openOf(String userId) {
        return list("ownerId = ?1 and state <> 'ended'", userId).stream().findFirst();
    }

    @Override
    @Transactional
    public List<StudySession> openOf(Collection<String> userIds) {
        return userIds.isEmpty() ? List.of() : list("ownerId in ?1 and state <> 'ended'", List.copyOf(userIds));
    }

    @Override
    @Transactional
    public List<StudySession> openShared() {
        return list("vmSessionId is not null and state <> 'ended'");
    }

    @Override
    @Transactional
    public List<StudySession> all(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", List.copyOf(ids));
    }

    @Override
    @Transactional
    public void put(StudySession session) {
        var row = rows.findById(session.id());
        if (row == null) {
            row = new StudySessionRow();
            row.take(session);
            rows.persist(row);
        } else {
            row.take(session);
        }
        rows.flush();
    }

    @Override
    @Transactional
    public void handOver(String visitor, String account) {
        rows.update("ownerId = ?1, revision = revision + 1 where ownerId = ?2 and state = 'ended'", account, visitor);
    }

    @Override
    @Transactional
    public Optional<Answered> answered(String userId, String commandId) {
        return Optional.ofNullable(manager().find(StudyAnswerRow.class, new StudyAnswerRow.Key(userId, commandId)))
                .map(row -> new Answered(row.fingerprint, row.answer, row.doneAt));
    }

    @Override
    @Transactional
    public void remember(String userId, String commandId, Answered answer) {
        var row = new StudyAnswerRow();
        row.key = new StudyAnswerRow.Key(userId, commandId);
        row.fingerprint = answer.fingerprint();
        row.answer = answer.answer();
        row.doneAt = answer.at();
        manager().persist(row);
        manager().flush();
    }

    @Override
    @Transactional
    public long answeredSince(String userId, Instant since) {
        return manager()
                .createQuery("select count(*) from StudyAnswerRow where key.userId = ?1 and doneAt >= ?2", Long.class)
                .setParameter(1, userId)
                .setParameter(2, since)
                .getSingleResult();
    }

    @Override
    @Transactional
    public List<String> running() {
        return manager()
                .createQuery("select id from StudySessionRow where state = 'running'", String.class)
                .getResultList();
    }

    @Override
    @Transactional
    public List<StudySession> due(Instant now, int atMost) {
        return some(atMost, "endsAt <= ?1 order by endsAt", now);
    }

    @Override
    @Transactional
    public List<StudySession> pausedBefore(Instant limit, int atMost) {
        return some(atMost, "state = 'paused' and stateSince < ?1", limit);
    }

    @Override
    @Transactional
    public List<StudySession> page(Page page) {
        var condition = new Condition("ownerId", page.ownerId())
                .and("subjectId =", page.subjectId())
                .and("startedAt >=", page.from())
                .and("startedAt <", page.to())
                .before(page.before());
        return some(page.atMost(), condition.text() + " order by startedAt desc, id desc", condition.parameters());
    }

    @Override
    @Transactional
    public int forgetAnswersBefore(Instant limit) {
        return manager()
                .createQuery("delete from StudyAnswerRow where doneAt < ?1")
                .setParameter(1, limit)
                .executeUpdate();
    }

    private List<StudySession> list(String condition, Object... parameters) {
        return rows.find(condition, parameters).list().stream()
                .map(StudySessionRow::toSession)
                .toList();
    }

    private List<StudySession> some(int atMost, String condition, Object... parameters) {
        return rows.find(condition, parameters).page(0, atMost).list().stream()
                .map(StudySessionRow::toSession)
                .toList();
    }

    private EntityManager manager() {
        return Objects.requireNonNull(rows.getEntityManager());
    }
}
