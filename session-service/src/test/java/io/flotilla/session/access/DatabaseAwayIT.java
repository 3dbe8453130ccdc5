package io.flotilla.session.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Gateway;
import io.flotilla.session.Visitor;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without PostgreSQL nothing is granted and nothing is told of the inside: 503, and when to come back. */
@QuarkusTest
@QuarkusTestResource(value = NoDatabase.class, restrictToAnnotatedClass = true)
class DatabaseAwayIT {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/session_state | ",
                "GET | /api/sessions | ",
                "GET | /api/platforms | ",
                "POST | /api/platforms | {\"name\":\"n\",\"platform_type\":\"chromium\"}",
                "GET | /api/platforms/some | ",
                "PUT | /api/platforms/some | {\"name\":\"n\",\"platform_type\":\"chromium\"}",
                "DELETE | /api/platforms/some | ",
                "POST | /api/platforms/some/default | {}",
                "POST | /api/platforms/some/test | {}",
                "POST | /api/switch_platform/some | {}",
                "GET | /api/audit | ",
                "GET | /api/vm | ",
                "POST | /api/vm | {}",
                "POST | /api/vm/join | {\"sessionId\":\"some\"}",
                "POST | /api/vm/kick | {\"sessionId\":\"some\",\"participantId\":\"p\"}",
                "POST | /api/vm/ban | {\"sessionId\":\"some\",\"participantId\":\"p\"}",
                "POST | /api/vm/role | {\"sessionId\":\"some\",\"participantId\":\"p\",\"role\":\"viewer\"}",
                "GET | /api/vm/some/control | ",
                "PUT | /api/vm/some/control | {\"mode\":\"free\"}"
            })
    void isToldWithoutTheInside(String verb, String path, String body) {
        var token = TestTokens.current().user("ada", "some-session", "", "user", "admin");

        var reply = Visitor.call(
                verb, path, body, Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));

        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotBlank();
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.text()).doesNotContainIgnoringCase("sql", "127.0.0.1", "exception", "hibernate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | some | ",
                "GET | some/messages | ",
                "POST | some/messages | {\"id\":\"m\",\"text\":\"hello\"}",
                "DELETE | some/messages/m | ",
                "POST | some/kick | {\"participantId\":\"p\"}",
                "PUT | some/control | {\"mode\":\"free\"}"
            })
    void isToldToTheGatewayToo(String verb, String path, String body) {
        var reply = Gateway.call(verb, path, body, "ada");

        assertThat(reply.status()).as(reply.text()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotBlank();
    }

    @Test
    void opensNoSession() {
        var reply = Visitor.call("GET", "/api/csrf-token", null, Map.of());

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotBlank();
        assertThat(reply.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void isSeenByAdministrators() {
        var token = TestTokens.current().user("ada", "some-session", "", "user", "admin");

        var reply = Visitor.call("GET", "/api/admin/monitoring", null, Map.of("Authorization", "Bearer " + token));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().getJsonObject("database").getBoolean("reachable"))
                .isFalse();
    }
}
