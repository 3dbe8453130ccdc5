package io.flotilla.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.auth.store.Schema;
import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import io.flotilla.testkit.RealServers;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresSigningKeysIT extends SigningKeysContract {
    private static final RealServers SERVERS = new RealServers();
    private static final PGSimpleDataSource DATABASE = new PGSimpleDataSource();

    @BeforeAll
    static void start() {
        var config = SERVERS.start();
        DATABASE.setUrl(config.get("quarkus.datasource.jdbc.url"));
        DATABASE.setUser(config.get("quarkus.datasource.username"));
        DATABASE.setPassword(config.get("quarkus.datasource.password"));
    }

    @AfterAll
    static void stop() {
        SERVERS.stop();
    }

    @BeforeEach
    void fromScratch() throws SQLException {
        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists auth cascade");
        }
    }

    @Override
    SigningKeys replica() {
        return replica(DATABASE, "the-key-encryption-key-of-this-test");
    }

    private static SigningKeys replica(DataSource database, String keyEncryptionKey) {
        var flyway = Flyway.configure()
                .dataSource(database)
                .schemas("auth")
                .locations("classpath:db/migration/auth")
                .load();
        return new PostgresSigningKeys(
                database, new Schema(flyway), new KeySeal(Secret.of(keyEncryptionKey)), InstantSource.fixed(NOW));
    }

    @Test
    void thePrivateHalfIsNotInTheDatabase() throws SQLException {
        var ring = ring(replica());
        var secret = ring.signing().privateKey().getEncoded();

        try (var connection = DATABASE.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select sealed_key, public_key from auth.signing_key")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getBytes(1)).isNotEqualTo(secret).hasSizeGreaterThan(secret.length);
            assertThat(rows.getBytes(2)).isEqualTo(ring.signing().publicKey().getEncoded());
        }
    }

    @Test
    void anotherKeyEncryptionKeyIsAnOutageAndNeverANewKey() {
        ring(replica()).refresh();
        var wrong = replica(DATABASE, "some-other-key-encryption-key-entirely");

        assertThatThrownBy(() -> wrong.update(known -> Optional.empty()))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("FLOTILLA_KEY_ENCRYPTION_KEY");
        assertThat(replica().update(known -> Optional.empty())).hasSize(1);
    }

    @Test
    void aDatabaseThatIsAwayIsAnOutage() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1");

        assertThatThrownBy(() -> replica(nowhere, "x".repeat(32)).update(known -> Optional.empty()))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> ring(replica(nowhere, "x".repeat(32))).signing())
                .isInstanceOf(Unavailable.class);
    }
}
