package io.flotilla.auth.apikey;

import io.flotilla.auth.store.Database;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Table {@code auth.api_key}; an advisory lock for each user makes parallel additions take turns. */
@Singleton
public final class PostgresApiKeys implements ApiKeys {
    private static final String AWAY = "The record of API keys is away";
    private static final String COLUMNS = "id, user_id, tenant, name, created_at, expires_at, last_used_at";
    private static final int LOCK = 0x6b657973;

    private final Database database;

    public PostgresApiKeys(Database database) {
        this.database = database;
    }

    @Override
    public boolean add(ApiKey key, Secret secret, int most) {
        return database.inTransaction(AWAY, connection -> {
            lock(connection, key.userId());
            forgetOld(connection, key);
            return insert(connection, key, secret, most);
        });
    }

    @Override
    public Optional<ApiKey> find(Secret secret, Instant now) {
        var sql = "select " + COLUMNS + " from auth.api_key where hash = ? and (expires_at is null or expires_at > ?)";
        return database.inTransaction(AWAY, connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setString(1, secret.sha256Hex());
                select.setTimestamp(2, Timestamp.from(now));
                try (var rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(key(rows)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<ApiKey> of(String userId) {
        var sql = "select " + COLUMNS + " from auth.api_key where user_id = ? order by created_at, id";
        return database.inTransaction(AWAY, connection -> {
            try (var select = connection.prepareStatement(sql)) {
                select.setString(1, userId);
                var keys = new ArrayList<ApiKey>();
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        keys.add(key(rows));
                    }
                }
                return List.copyOf(keys);
            }
        });
    }

    @Override
    public void used(String id, Instant now) {
        var sql =
                "update auth.api_key set last_used_at = ? where id = ? and (last_used_at is null or last_used_at <= ?)";
        var _ = database.inTransaction(AWAY, connection -> {
            try (var update = connection.prepareStatement(sql)) {
                update.setTimestamp(1, Timestamp.from(now));
                update.setString(2, id);
                update.setTimestamp(3, Timestamp.from(now.minusSeconds(300)));
                return update.executeUpdate();
            }
        });
    }

    @Override
    public boolean remove(String userId, String id) {
        var sql = "delete from auth.api_key where user_id = ? and id = ?";
        return database.inTransaction(AWAY, connection -> {
            try (var delete = connection.prepareStatement(sql)) {
                delete.setString(1, userId);
                delete.setString(2, id);
                return delete.executeUpdate() > 0;
            }
        });
    }

    private static void lock(Connection connection, String userId) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?, hashtext(?))")) {
            statement.setInt(1, LOCK);
            statement.setString(2, userId);
            statement.execute();
        }
    }

    private static void forgetOld(Connection connection, ApiKey key) throws SQLException {
        var sql = "delete from auth.api_key where user_id = ? and expires_at <= ?";
        try (var delete = connection.prepareStatement(sql)) {
            delete.setString(1, key.userId());
            delete.setTimestamp(2, Timestamp.from(key.createdAt()));
            delete.executeUpdate();
        }
    }

    private static boolean insert(Connection connection, ApiKey key, Secret secret, int most) throws SQLException {
        var sql = "insert into auth.api_key (hash, " + COLUMNS + ") select ?, ?, ?, ?, ?, ?, ?, ?"
                + " where (select count(*) from auth.api_key where user_id = ?) < ?";
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, secret.sha256Hex());
            insert.setString(2, key.id());
            insert.setString(3, key.userId());
            insert.setString(4, key.tenant());
            insert.setString(5, key.name());
            insert.setTimestamp(6, Timestamp.from(key.createdAt()));
            insert.setTimestamp(7, timestamp(key.expiresAt()));
            insert.setTimestamp(8, timestamp(key.lastUsedAt()));
            insert.setString(9, key.userId());
            insert.setInt(10, most);
            return insert.executeUpdate() > 0;
        }
    }

    private static ApiKey key(ResultSet rows) throws SQLException {
        return new ApiKey(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getTimestamp(5).toInstant(),
                instant(rows.getTimestamp(6)),
                instant(rows.getTimestamp(7)));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
