package io.flotilla.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server from the build's dependencies: data that survives, one database, a password for everyone. */
final class PostgresPart implements Part {
    private static final String DATABASE = "flotilla";

    private final Settings settings;
    private final String password;
    private final int port;
    private final Path data;
    private @Nullable EmbeddedPostgres server;

    PostgresPart(Settings settings, SecretFiles secrets, int port) {
        this.settings = settings;
        this.password = secrets.secret("postgres");
        this.port = port;
        this.data = settings.home().resolve("postgres");
    }

    @Override
    public String name() {
        return "postgres";
    }

    DatabaseUrl url() {
        return new DatabaseUrl(jdbcUrl(DATABASE), "postgres", password);
    }

    @Override
    public ProcessHandle start() {
        stop();
        try {
            Files.createDirectories(settings.logs());
            var log = ProcessBuilder.Redirect.appendTo(
                    settings.logs().resolve("postgres.log").toFile());
            var isNew = !Files.exists(data.resolve("PG_VERSION"));
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(settings.home().resolve("bin").toFile())
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setConnectConfig("password", password)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("shared_buffers", "32MB")
                    .setServerConfig("max_connections", "100")
                    // The library's defaults suit tests; here people's data shall survive a power cut.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
            if (isNew) {
                demandPasswords();
            }
            createDatabase();
            var process = postmaster();
            PidFile.of(settings, name()).write(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start; see " + settings.logs() + "/postgres.log", e);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be prepared", e);
        }
    }

    @Override
    public void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        } finally {
            server = null;
            endWhatIsLeft();
        }
    }

    /** A server that ended well has removed its own file; its process may linger until the system's init looks. */
    private void endWhatIsLeft() {
        var pidFile = PidFile.of(settings, name());
        if (Files.exists(data.resolve("postmaster.pid"))) {
            pidFile.process().ifPresent(left -> Ending.of(List.of(left), Duration.ofSeconds(5)));
        }
        pidFile.delete();
    }

    /** A new cluster trusts everyone on this machine: that is closed before anything else connects. */
    private void demandPasswords() throws SQLException, IOException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            var rules = data.resolve("pg_hba.conf");
            Files.writeString(rules, """
                    # type database user address method
                    local  all      all          scram-sha-256
                    host   all      all  all     scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                try (var creation = connection.createStatement()) {
                    creation.execute("create database " + DATABASE);
                }
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", password);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private ProcessHandle postmaster() throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        return ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL ended right after its start"));
    }
}
