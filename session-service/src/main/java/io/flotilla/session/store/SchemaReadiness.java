package io.flotilla.session.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the schema is. */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {
    private final Migration migration;

    SchemaReadiness(Migration migration) {
        this.migration = migration;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Schema session is migrated")
                .status(migration.isDone())
                .build();
    }
}
