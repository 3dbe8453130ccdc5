package io.flotilla.auth.account;

import io.flotilla.kit.secret.Secret;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts as rows of {@code auth.account}. */
final class AccountRows {
    static final String SELECT =
            "select id, username, email, roles, status, generation, created_at, password_hash from auth.account";

    private AccountRows() {}

    /** The first row for which the condition holds. No text with a zero in it was ever stored, and PostgreSQL takes none. */
    static Optional<Accounts.Entry> one(Connection connection, String condition, String... values) throws SQLException {
        if (String.join("", values).indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try (var select = connection.prepareStatement(SELECT + " where " + condition)) {
            for (int i = 0; i < values.length; i++) {
                select.setString(i + 1, values[i]);
            }
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(read(rows)) : Optional.empty();
            }
        }
    }

    /** False where one of the keys is taken. */
    static boolean insert(Connection connection, Account account, @Nullable Secret passwordHash) throws SQLException {
        var sql = """
                insert into auth.account
                  (id, username, username_key, email, email_key, roles, status, generation, created_at, password_hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";
        var email = account.email();
        try (var insert = connection.prepareStatement(sql)) {
            insert.setString(1, account.id());
            insert.setString(2, account.username());
            insert.setString(3, Names.key(account.username()));
            insert.setString(4, email);
            insert.setString(5, email == null ? null : Names.key(email));
            insert.setArray(6, connection.createArrayOf("text", account.roles().toArray()));
            insert.setString(7, wire(account.status()));
            insert.setInt(8, account.generation());
            insert.setTimestamp(9, Timestamp.from(account.createdAt()));
            insert.setString(10, passwordHash == null ? null : passwordHash.reveal());
            return insert.executeUpdate() == 1;
        }
    }

    /** Stores what an administrator may change. */
    static void update(Connection connection, Account account) throws SQLException {
        var sql = "update auth.account set roles = ?, status = ? where id = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setArray(1, connection.createArrayOf("text", account.roles().toArray()));
            update.setString(2, wire(account.status()));
            update.setString(3, account.id());
            update.executeUpdate();
        }
    }

    static Accounts.Entry read(ResultSet row) throws SQLException {
        var hash = row.getString(8);
        var account = new Account(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Set.of((String[]) row.getArray(4).getArray()),
                Account.Status.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getInt(6),
                row.getTimestamp(7).toInstant());
        return new Accounts.Entry(account, hash == null ? null : Secret.of(hash));
    }

    private static String wire(Account.Status word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
