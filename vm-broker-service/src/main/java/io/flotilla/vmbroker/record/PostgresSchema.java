package io.flotilla.vmbroker.record;

import io.flotilla.vmbroker.life.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import org.flywaydb.core.Flyway;

/** Flyway, when the service wants it rather than at start, so that the service starts without PostgreSQL. */
@ApplicationScoped
public class PostgresSchema implements Schema {
    private final Flyway flyway;

    public PostgresSchema(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public void migrate() {
        flyway.migrate();
    }
}
