package io.flotilla.session.usersession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** The record in PostgreSQL. */
@ApplicationScoped
class PanacheUserSessions implements UserSessions {
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
        return rows.find("secretHash", secretHash).firstResultOptional().map(UserSessionRow::toSession);
    }

    @Override
    @Transactional
    public Optional<UserSession> findByHandle(String handle) {
        return rows.find("handle", handle).firstResultOptional().map(UserSessionRow::toSession);
    }

    @Override
    @Transactional
    public void touch(String handle, Instant at) {
        rows.update("lastActivity = ?1 where handle = ?2 and lastActivity < ?1", at, handle);
    }

    @Override
    @Transactional
    public void remove(String handle) {
        rows.delete("handle", handle);
    }

    @Override
    @Transactional
    public int sweep(Instant idleSince, Instant begunBefore, int atMost) {
        var over = rows.find("lastActivity < ?1 or createdAt < ?2", idleSince, begunBefore)
                .page(0, atMost)
                .list();
        var handles = over.stream().map(row -> row.handle).toList();
        // Asked again while deleting: the user may have acted in between.
        return handles.isEmpty()
                ? 0
                : (int) rows.delete(
                        "handle in ?1 and (lastActivity < ?2 or createdAt < ?3)", handles, idleSince, begunBefore);
    }
}
