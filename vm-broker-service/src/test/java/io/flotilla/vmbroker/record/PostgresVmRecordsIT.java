package io.flotilla.vmbroker.record;

import io.flotilla.testkit.RealServers;
import io.flotilla.vmbroker.vm.VmFacts;
import io.flotilla.vmbroker.vm.VmRecords;
import io.flotilla.vmbroker.vm.VmRecordsContract;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

/** Against a real PostgreSQL without the service, whose heartbeat would publish the facts. */
class PostgresVmRecordsIT extends VmRecordsContract {
    private static final RealServers SERVERS = new RealServers();
    private static final PGSimpleDataSource SOURCE = new PGSimpleDataSource();

    @BeforeAll
    static void start() {
        SOURCE.setUrl(SERVERS.start().get("quarkus.datasource.jdbc.url"));
        SOURCE.setUser("postgres");
        SOURCE.setPassword("postgres");
        Flyway.configure()
                .dataSource(SOURCE)
                .schemas("broker")
                .defaultSchema("broker")
                .locations("db/migration/broker")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() {
        SERVERS.stop();
    }

    @Override
    protected VmRecords records() {
        return new PostgresVmRecords(SOURCE);
    }

    @Override
    protected VmFacts facts() {
        return new PostgresVmFacts(SOURCE);
    }
}
