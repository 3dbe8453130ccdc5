package io.flotilla.auth.refresh;

import io.flotilla.auth.store.Database;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Tables {@code auth.refresh_family} and {@code auth.refresh_token}; the row of a token is what parallel uses compete for. */
@Singleton
public final class PostgresRefreshTokens implements RefreshTokens {
    private static final String AWAY = "The record of refresh tokens is away";
    private static final int BATCH = 1000;

    private final Database database;

    public PostgresRefreshTokens(Database database) {
        this.database = database;
    }

    @Override
    public void begin(Family family, Secret first, Instant until) {
        var sql = "insert into auth.refresh_family (session_id, user_id, ends_at) values (?, ?, ?)";
        var _ = database.inTransaction(AWAY, connection -> {
            try (var insert = connection.prepareStatement(sql)) {
                insert.setString(1, family.sessionId());
                insert.setString(2, family.userId());
                insert.setTimestamp(3, Timestamp.from(family.endsAt()));
                insert.executeUpdate();
            }
            return store(connection, family.sessionId(), first, until);
        });
    }

    @Override
    public Worth look(Secret token, Instant now) {
        return database.inTransaction(AWAY, connection -> look(connection, token, now));
    }

    @Override
    public Worth rotate(Secret token, Instant now, Secret next, Instant until) {
        // Whoever comes second waits for the row, and then sees that the token is used.
        var sql = """
                update auth.refresh_token t set used_at = ? from auth.refresh_family f
                where t.hash = ? and t.used_at is null and t.ends_at > ?
                  and f.session_id = t.session_id and f.killed_at is null and f.ends_at > ?
                returning f.session_id, f.user_id, f.ends_at""";
        return database.inTransaction(AWAY, connection -> {
            try (var update = connection.prepareStatement(sql)) {
                update.setTimestamp(1, Timestamp.from(now));
                update.setString(2, token.sha256Hex());
                update.setTimestamp(3, Timestamp.from(now));
                update.setTimestamp(4, Timestamp.from(now));
                try (var rows = update.executeQuery()) {
                    if (!rows.next()) {
                        return look(connection, token, now);
                    }
                    var family = family(rows);
                    var _ = store(connection, family.sessionId(), next, until);
                    return new Worth.Good(family);
                }
            }
        });
    }

    @Override
    public boolean kill(String sessionId, Instant now) {
        return kill(
                        "update auth.refresh_family set killed_at = ? where session_id = ? and killed_at is null",
                        sessionId,
                        now)
                > 0;
    }

    @Override
    public void killAllOf(String userId, Instant now) {
        var _ = kill(
                "update auth.refresh_family set killed_at = ? where user_id = ? and killed_at is null", userId, now);
    }

    @Override
    public int prune(Instant now) {
        return database.inTransaction(AWAY, connection -> {
            int tokens;
            var old =
                    "select hash from auth.refresh_token where ends_at <= ? limit " + BATCH + " for update skip locked";
            try (var delete =
                    connection.prepareStatement("delete from auth.refresh_token where hash in (" + old + ")")) {
                delete.setTimestamp(1, Timestamp.from(now));
                tokens = delete.executeUpdate();
            }
            // A family is stored together with its first token, so one without any is over.
            try (var delete = connection.prepareStatement("""
                    delete from auth.refresh_family f where not exists
                      (select from auth.refresh_token t where t.session_id = f.session_id)""")) {
                delete.executeUpdate();
            }
            return tokens;
        });
    }

    private static Worth look(Connection connection, Secret token, Instant now) throws SQLException {
        var sql = """
                select f.session_id, f.user_id, f.ends_at, t.used_at is not null,
                       t.ends_at > ? and f.ends_at > ? and f.killed_at is null
                from auth.refresh_token t join auth.refresh_family f on f.session_id = t.session_id where t.hash = ?""";
        try (var select = connection.prepareStatement(sql)) {
            select.setTimestamp(1, Timestamp.from(now));
            select.setTimestamp(2, Timestamp.from(now));
            select.setString(3, token.sha256Hex());
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    return new Worth.Worthless();
                }
                if (rows.getBoolean(4)) {
                    return new Worth.Used(family(rows));
                }
                return rows.getBoolean(5) ? new Worth.Good(family(rows)) : new Worth.Worthless();
            }
        }
    }

    private static int store(Connection connection, String sessionId, Secret token, Instant until) throws SQLException {
        var sql = "insert into auth.refresh_token (hash, session_id, ends_at) values (?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, token.sha256Hex());
            insert.setString(2, sessionId);
            insert.setTimestamp(3, Timestamp.from(until));
            return insert.executeUpdate();
        }
    }

    private int kill(String sql, String whose, Instant now) {
        return database.inTransaction(AWAY, connection -> {
            try (var update = connection.prepareStatement(sql)) {
                update.setTimestamp(1, Timestamp.from(now));
                update.setString(2, whose);
                return update.executeUpdate();
            }
        });
    }

    private static Family family(ResultSet rows) throws SQLException {
        return new Family(
                rows.getString(1), rows.getString(2), rows.getTimestamp(3).toInstant());
    }
}
