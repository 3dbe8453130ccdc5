package io.flotilla.auth.external;

import io.flotilla.auth.store.Database;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Table {@code auth.external_identity}; its primary key decides who links first. */
@Singleton
public final class PostgresExternalIdentities implements ExternalIdentities {
    private static final String AWAY = "The record of external identities is away";

    private final Database database;

    public PostgresExternalIdentities(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> userOf(String issuer, String subject) {
        return database.inTransaction(AWAY, connection -> userOf(connection, issuer, subject));
    }

    @Override
    public String link(String issuer, String subject, String userId, Instant now) {
        var sql = "insert into auth.external_identity (issuer, subject, user_id, created_at) values (?, ?, ?, ?)"
                + " on conflict do nothing";
        return database.inTransaction(AWAY, connection -> {
            try (var insert = connection.prepareStatement(sql)) {
                insert.setString(1, issuer);
                insert.setString(2, subject);
                insert.setString(3, userId);
                insert.setTimestamp(4, Timestamp.from(now));
                insert.executeUpdate();
            }
            return userOf(connection, issuer, subject).orElse(userId);
        });
    }

    private static Optional<String> userOf(Connection connection, String issuer, String subject) throws SQLException {
        var sql = "select user_id from auth.external_identity where issuer = ? and subject = ?";
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, issuer);
            select.setString(2, subject);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }
}
