package io.flotilla.auth.account;

import io.flotilla.auth.store.Database;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Table {@code auth.account}; its unique keys decide who gets a name, and an advisory lock keeps the last administrator. */
@Singleton
public final class PostgresAccounts implements Accounts {
    private static final String AWAY = "The record of accounts is away";
    private static final long ADMIN_LOCK = 0x666c6f74_61646d6eL;

    private final Database database;

    public PostgresAccounts(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Account> find(String id) {
        return entry(id).map(Entry::account);
    }

    @Override
    public Optional<Entry> named(String name) {
        var key = Names.key(name);
        return database.inTransaction(
                AWAY, connection -> AccountRows.one(connection, "username_key = ? or email_key = ?", key, key));
    }

    @Override
    public Optional<Entry> entry(String id) {
        return database.inTransaction(AWAY, connection -> AccountRows.one(connection, "id = ?", id));
    }

    @Override
    public Addition add(Account account, @Nullable Secret passwordHash) {
        return database.inTransaction(AWAY, connection -> AccountRows.insert(connection, account, passwordHash))
                ? new Addition.Added(account)
                : new Addition.Taken();
    }

    @Override
    public Optional<Account> changePassword(String id, int generation, Secret passwordHash, Instant now) {
        var sql = "update auth.account set password_hash = ? where id = ? and generation = ?";
        return database.inTransaction(AWAY, connection -> {
            try (var update = connection.prepareStatement(sql)) {
                update.setString(1, passwordHash.reveal());
                update.setString(2, id);
                update.setInt(3, generation);
                if (update.executeUpdate() == 0) {
                    return Optional.empty();
                }
            }
            EndingRows.note(connection, new Ending(id, generation + 1, Why.PASSWORD_CHANGED), now);
            return AccountRows.one(connection, "id = ?", id).map(Entry::account);
        });
    }

    @Override
    public void rehash(String id, Secret oldHash, Secret newHash) {
        var sql = "update auth.account set password_hash = ? where id = ? and password_hash = ?";
        var _ = database.inTransaction(AWAY, connection -> {
            try (var update = connection.prepareStatement(sql)) {
                update.setString(1, newHash.reveal());
                update.setString(2, id);
                update.setString(3, oldHash.reveal());
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Change change(String id, Account.@Nullable Status status, @Nullable Set<String> roles, Instant now) {
        return database.inTransaction(AWAY, connection -> {
            lock(connection);
            // The row is locked too: a change of password may come at the same time.
            var entry = AccountRows.one(connection, "id = ? for update", id);
            if (entry.isEmpty()) {
                return new Change.Unknown();
            }
            var before = entry.get().account();
            var after = before.with(status == null ? before.status() : status, roles == null ? before.roles() : roles);
            if (before.rules() && !after.rules() && !othersRule(connection, id)) {
                return new Change.LastAdmin();
            }
            AccountRows.update(connection, after);
            if (after.generation() != before.generation()) {
                EndingRows.note(connection, new Ending(id, after.generation(), after.endedBy(before)), now);
            }
            return new Change.Changed(before, after);
        });
    }

    @Override
    public List<Account> list(String containing, String afterId, int limit) {
        var part = Names.key(containing).replace("\0", "");
        var sql = AccountRows.SELECT
                + " where id > ? and (position(? in username_key) > 0 or position(? in email_key) > 0) order by id limit ?";
        return database.inTransaction(AWAY, connection -> {
            var accounts = new ArrayList<Account>();
            try (var select = connection.prepareStatement(sql)) {
                select.setString(1, afterId.replace("\0", ""));
                select.setString(2, part);
                select.setString(3, part);
                select.setInt(4, limit);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        accounts.add(AccountRows.read(rows).account());
                    }
                }
            }
            return List.copyOf(accounts);
        });
    }

    @Override
    public boolean hasAdmin() {
        return database.inTransaction(
                AWAY, connection -> AccountRows.one(connection, "? = any(roles) limit 1", Account.ADMIN)
                        .isPresent());
    }

    @Override
    public List<Ending> endings(Instant before, int limit) {
        return database.inTransaction(AWAY, connection -> EndingRows.before(connection, before, limit));
    }

    @Override
    public void ended(Ending ending) {
        var _ = database.inTransaction(AWAY, connection -> EndingRows.strike(connection, ending));
    }

    private static boolean othersRule(Connection connection, String id) throws SQLException {
        return AccountRows.one(
                        connection, "id <> ? and ? = any(roles) and status = 'active' limit 1", id, Account.ADMIN)
                .isPresent();
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, ADMIN_LOCK);
            statement.execute();
        }
    }
}
