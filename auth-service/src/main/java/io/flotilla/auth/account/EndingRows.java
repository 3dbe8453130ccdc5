package io.flotilla.auth.account;

import io.flotilla.auth.account.Accounts.Ending;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is noted in {@code auth.account} of sessions that must end. */
final class EndingRows {
    private EndingRows() {}

    /** Writes the ending and its generation. */
    static void note(Connection connection, Ending ending, Instant now) throws SQLException {
        var sql = "update auth.account set generation = ?, ending = ?, ending_since = ? where id = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setInt(1, ending.generation());
            update.setString(2, ending.why().name().toLowerCase(Locale.ROOT));
            update.setTimestamp(3, Timestamp.from(now));
            update.setString(4, ending.accountId());
            update.executeUpdate();
        }
    }

    static List<Ending> before(Connection connection, Instant before, int limit) throws SQLException {
        var sql = """
                select id, generation, ending from auth.account
                where ending is not null and ending_since < ? order by ending_since limit ?""";
        var endings = new ArrayList<Ending>();
        try (var select = connection.prepareStatement(sql)) {
            select.setTimestamp(1, Timestamp.from(before));
            select.setInt(2, limit);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var why = Accounts.Why.valueOf(rows.getString(3).toUpperCase(Locale.ROOT));
                    endings.add(new Ending(rows.getString(1), rows.getInt(2), why));
                }
            }
        }
        return List.copyOf(endings);
    }

    static int strike(Connection connection, Ending ending) throws SQLException {
        var sql = "update auth.account set ending = null, ending_since = null where id = ? and generation = ?";
        try (var update = connection.prepareStatement(sql)) {
            update.setString(1, ending.accountId());
            update.setInt(2, ending.generation());
            return update.executeUpdate();
        }
    }
}
