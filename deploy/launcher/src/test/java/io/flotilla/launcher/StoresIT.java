package io.flotilla.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoresIT {
    @TempDir
    Path home;

    @Test
    void postgresKeepsItsDataOverAKillAndLetsNobodyInWithoutThePassword() throws SQLException {
        var postgres = new PostgresPart(settings(), secrets(), FreePorts.take(1).getFirst());
        var process = postgres.start();
        execute(postgres, "create table note (text text)", "insert into note values ('kept')");

        process.destroyForcibly();
        process.onExit().join();
        postgres.start();

        try (var connection = connect(postgres);
                var notes = connection.createStatement().executeQuery("select text from note")) {
            assertThat(notes.next()).isTrue();
            assertThat(notes.getString(1)).isEqualTo("kept");
        }
        try (var connection = connect(postgres);
                var fsync = connection.createStatement().executeQuery("show fsync")) {
            fsync.next();
            assertThat(fsync.getString(1)).isEqualTo("on");
        }
        var url = postgres.url().jdbcUrl();
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
        postgres.stop();
    }

    @Test
    void redisDemandsItsPassword() throws IOException {
        var port = FreePorts.take(1).getFirst();
        var redis = new RedisPart(settings(), secrets(), port);
        redis.start();

        org.awaitility.Awaitility.await()
                .ignoreExceptions()
                .until(() -> command(port, "PING"), answer -> answer.startsWith("-NOAUTH"));
        assertThat(redis.url()).startsWith("redis://:").endsWith("@127.0.0.1:" + port);
        redis.stop();
    }

    private Settings settings() {
        return Settings.from(Map.of("FLOTILLA_HOME", home.toString()), home);
    }

    private SecretFiles secrets() {
        return new SecretFiles(settings().secrets());
    }

    private static void execute(PostgresPart postgres, String... statements) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            for (var text : statements) {
                statement.execute(text);
            }
        }
    }

    private static Connection connect(PostgresPart postgres) throws SQLException {
        var url = postgres.url();
        return DriverManager.getConnection(url.jdbcUrl(), url.username(), url.password());
    }

    private static String command(int port, String command) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII);
        }
    }
}
