package io.flotilla.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RealServersIT {
    @Test
    void startsServersThatAnswerAndStopsThem() throws SQLException, IOException {
        var servers = new RealServers();
        var config = servers.start();
        try (var connection =
                        DriverManager.getConnection(config.get("quarkus.datasource.jdbc.url"), "postgres", "postgres");
                var answer = connection.createStatement().executeQuery("select 40 + 2")) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getInt(1)).isEqualTo(42);
        }

        assertThat(ping(config.get("quarkus.redis.hosts"))).isEqualTo("+PONG");
        given().get(config.get("flotilla.auth.url") + "/.well-known/jwks.json")
                .then()
                .statusCode(200);

        servers.stop();
    }

    private static String ping(String redisUrl) throws IOException {
        var port = Integer.parseInt(redisUrl.substring(redisUrl.lastIndexOf(':') + 1));
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        }
    }
}
