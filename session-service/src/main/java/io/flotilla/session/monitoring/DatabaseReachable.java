package io.flotilla.session.monitoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether PostgreSQL answers now. */
@ApplicationScoped
class DatabaseReachable {
    private static final int SECONDS = 2;

    private final DataSource database;

    DatabaseReachable(DataSource database) {
        this.database = database;
    }

    boolean now() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
