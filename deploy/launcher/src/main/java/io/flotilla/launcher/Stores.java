package io.flotilla.launcher;

import java.util.Map;

/**
 * Where PostgreSQL and Redis are, as the environment of a service.
 *
 * @param redisUrl may hold a password
 */
record Stores(DatabaseUrl database, String redisUrl) {
    Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.username(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "QUARKUS_REDIS_HOSTS", redisUrl);
    }

    @Override
    public String toString() {
        return "Stores[" + database + "]";
    }
}
