package io.flotilla.auth.store;

import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plain JDBC on a schema that is up to date; whatever the driver throws is an outage. Safe for many threads; blocks. */
@Singleton
public final class Database {
    private final DataSource source;
    private final Schema schema;

    public Database(DataSource source, Schema schema) {
        this.source = source;
        this.schema = schema;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Commits when the work returns and rolls back when it throws; {@code away} is what to say when PostgreSQL is. */
    public <T> T inTransaction(String away, Work<T> work) {
        schema.ensure();
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new Unavailable(away, e);
        }
    }
}
