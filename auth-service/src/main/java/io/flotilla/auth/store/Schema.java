package io.flotilla.auth.store;

import io.flotilla.kit.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date once, when PostgreSQL is first there; replicas wait for one another. */
@ApplicationScoped
public class Schema {
    private final Flyway flyway;
    private final ReentrantLock migrating = new ReentrantLock();
    private volatile boolean current;

    public Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Returns when the schema is current; throws {@link Unavailable} when it cannot be made so now. */
    public void ensure() {
        if (current) {
            return;
        }
        migrating.lock();
        try {
            if (!current) {
                flyway.migrate();
                current = true;
            }
        } catch (FlywayException e) {
            throw new Unavailable("PostgreSQL is away or its schema cannot be migrated", e);
        } finally {
            migrating.unlock();
        }
    }
}
