package io.flotilla.session.sessionrecord;

import io.flotilla.session.usersession.Browser;
import io.flotilla.session.usersession.UserSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The record in PostgreSQL. Rows are changed by statements, never through what was read, so each change looks at what is there. */
@ApplicationScoped
class PanacheUserSessions implements UserSessions {
    private static final String EXPIRED = "endedAt is null and (lastActivity < ?1 or createdAt < ?2)";

    private final UserSessionRows rows;

    PanacheUserSessions(UserSessionRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public void insert(UserSession session, String secretHash) {
        rows.persistAndFlush(UserSessionRow.of(session, secretHash));
    }

    @Override
    @Transactional
    public Optional<UserSession> findBySecret(String secretHash) {
        return list("secretHash = ?1", secretHash).stream().findFirst();
    }

    @Override
    @Transactional
    public Optional<UserSession> findByHandle(String handle) {
        return handle.indexOf('\0') >= 0
                ? Optional.empty()
                : list("handle = ?1", handle).stream().findFirst();
    }

    @Override
    @Transactional
    public List<UserSession> unendedOf(String userId) {
        return list("userId = ?1 and endedAt is null order by createdAt desc", userId);
    }

    @Override
    @Transactional
    public int openedSince(String userId, Instant since) {
        return (int) rows.count("userId = ?1 and createdAt >= ?2 and cookieless = false", userId, since);
    }

    @Override
    @Transactional
    public <T> T alone(String userId, Supplier<T> work) {
        var locked = Objects.requireNonNull(rows.getEntityManager())
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, "user-session:" + userId)
                .getResultList();
        if (locked.size() != 1) {
            throw new IllegalStateException("the lock of a user was not taken");
        }
        return work.get();
    }

    @Override
    @Transactional
    public void touch(String handle, Instant at) {
        rows.update("lastActivity = ?1 where handle = ?2 and lastActivity < ?1 and endedAt is null", at, handle);
    }

    @Override
    @Transactional
    public void learn(String handle, Browser browser) {
        rows.update(
                "agentHash = ?1, languageHash = ?2, agentLabel = ?3, address = ?4 where handle = ?5 and endedAt is null",
                browser.agentHash(),
                browser.languageHash(),
                browser.label(),
                browser.address(),
                handle);
    }

    @Override
    @Transactional
    public boolean end(String handle, UserSession.Ending ending) {
        return rows.update(
                        "endedAt = ?1, endReason = ?2 where handle = ?3 and endedAt is null",
                        ending.at(),
                        ending.why().wire(),
                        handle)
                == 1;
    }

    @Override
    @Transactional
    public List<UserSession> expired(Limits limits, int atMost) {
        return rows.find(EXPIRED, limits.idleSince(), limits.begunBefore()).page(0, atMost).list().stream()
                .map(UserSessionRow::toSession)
                .toList();
    }

    @Override
    @Transactional
    public boolean expire(String handle, Limits limits, UserSession.Ending ending) {
        return rows.update(
                        "endedAt = ?3, endReason = ?4 where handle = ?5 and " + EXPIRED,
                        limits.idleSince(),
                        limits.begunBefore(),
                        ending.at(),
                        ending.why().wire(),
                        handle)
                == 1;
    }

    @Override
    @Transactional
    public boolean suspect(String handle, Set<String> why) {
        return rows.update(
                        "suspicions = ?1 where handle = ?2 and suspicions is null",
                        String.join(",", new TreeSet<>(why)),
                        handle)
                == 1;
    }

    @Override
    @Transactional
    public Set<String> suspicionsOf(String handle) {
        return rows.find("handle = ?1 and suspicions is not null", handle)
                .firstResultOptional()
                .map(row -> Set.of(String.valueOf(row.suspicions).split(",", -1)))
                .orElse(Set.of());
    }

    @Override
    @Transactional
    public int forgetEndedBefore(Instant limit, int atMost) {
        var old = rows.find("endedAt < ?1", limit).page(0, atMost).list().stream()
                .map(row -> row.handle)
                .toList();
        return old.isEmpty() ? 0 : (int) rows.delete("handle in ?1", old);
    }

    @Override
    @Transactional
    public long countRunning(Limits limits) {
        return rows.count(
                "endedAt is null and lastActivity >= ?1 and createdAt >= ?2", limits.idleSince(), limits.begunBefore());
    }

    private List<UserSession> list(String condition, Object... parameters) {
        return rows.find(condition, parameters).list().stream()
                .map(UserSessionRow::toSession)
                .toList();
    }
}
