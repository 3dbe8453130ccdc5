package io.flotilla.session.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The record in PostgreSQL. A lock on the user, held to the end of the transaction, puts changes in a row over all nodes. */
@ApplicationScoped
class PanachePlatforms implements Platforms {
    private final PlatformRows rows;

    PanachePlatforms(PlatformRows rows) {
        this.rows = rows;
    }

    @Override
    @Transactional
    public UserPlatforms of(String userId) {
        var choice = database().find(PlatformChoiceRow.class, userId);
        return new UserPlatforms(
                rows.find("userId", userId).list().stream()
                        .map(PlatformRow::toConnection)
                        .toList(),
                choice == null ? null : choice.defaultId,
                choice == null ? null : choice.activeId);
    }

    @Override
    @Transactional
    public <R> R decide(String userId, Function<UserPlatforms, Decided<R>> decision) {
        database()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:name, 0))) as locked")
                .setParameter("name", "platforms:" + userId)
                .getSingleResult();
        var before = of(userId);
        var decided = decision.apply(before);
        if (!decided.after().equals(before)) {
            store(userId, before, decided.after());
        }
        return decided.result();
    }

    private void store(String userId, UserPlatforms before, UserPlatforms after) {
        before.all().stream()
                .filter(one -> after.find(one.id()).isEmpty())
                .forEach(one -> rows.delete("id = ?1 and userId = ?2", one.id(), userId));
        after.all().forEach(one -> store(userId, one));
        rows.flush();
        choose(userId, after.defaultId(), after.chosenId());
    }

    private void store(String userId, PlatformConnection connection) {
        var row = rows.findById(connection.id());
        if (row == null) {
            row = new PlatformRow();
            row.take(userId, connection);
            rows.persist(row);
        } else {
            row.take(userId, connection);
        }
    }

    private void choose(String userId, @Nullable String defaultId, @Nullable String activeId) {
        if (defaultId == null) {
            database()
                    .createQuery("delete from PlatformChoiceRow where userId = :user")
                    .setParameter("user", userId)
                    .executeUpdate();
            return;
        }
        var choice = new PlatformChoiceRow();
        choice.userId = userId;
        choice.defaultId = defaultId;
        choice.activeId = activeId;
        database().merge(choice);
        database().flush();
    }

    private EntityManager database() {
        return Objects.requireNonNull(rows.getEntityManager());
    }
}
