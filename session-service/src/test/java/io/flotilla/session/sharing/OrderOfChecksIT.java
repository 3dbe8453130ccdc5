package io.flotilla.session.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSRF, then the id, then whether it is there, then whose it is, then the limit. */
@QuarkusTest
@QuarkusTestResource(RunningService.class)
class OrderOfChecksIT {
    private static final String UNKNOWN = "0000-0000-0000-0000";

    private final Visitor ada = Visitor.arrive();

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/vm/share",
        "POST, /api/vm/unshare",
        "POST, /api/vm/join",
        "POST, /api/vm/leave",
        "POST, /api/vm/kick",
        "POST, /api/vm/ban",
        "POST, /api/vm/unban",
        "POST, /api/vm/role",
        "PUT, /api/vm/some/control",
        "DELETE, /api/vm"
    })
    void asksForTheCsrfTokenBeforeLookingAtTheBody(String method, String path) {
        var reply = ada.send(method, path, "{\"sessionId\":7}", Map.of("X-CSRF-Token", "wrong"));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body().getString("code")).isEqualTo("CSRF_INVALID");
    }

    @Test
    void asksForTheSameOriginBeforeLookingAtTheBody() {
        var reply = ada.send("PATCH", "/api/vm", "{}", Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(reply.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sessionId\":\"\"}",
                "{\"sessionId\":\"   \"}",
                "{\"sessionId\":7}",
                "{\"sessionId\":null}",
                "{\"sessionId\":[\"a\"]}",
                "{\"sessionId\":{}}",
                "{\"sessionId\":true}",
                "[]",
                "\"id\""
            })
    void refusesAnIdThatIsNone(String body) {
        for (var path : new String[] {"share", "unshare", "join", "leave"}) {
            var reply = ada.send("POST", "/api/vm/" + path, body, Map.of());

            assertThat(reply.status()).as(path).isEqualTo(400);
            assertThat(reply.body().getString("error")).isNotBlank();
        }
        assertThat(ada.send("DELETE", "/api/vm", body, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void refusesAnIdThatIsTooLong() {
        assertThat(ada.joins("a".repeat(256)).status()).isEqualTo(400);
        assertThat(ada.joins("a".repeat(255)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "../../etc/passwd", "' or 1=1 --", "\u0000", "ünïcödé", "a|b", "<script>"})
    void knowsNoOddIds(String id) {
        for (var path : new String[] {"share", "unshare", "join", "leave"}) {
            assertThat(ada.post("/api/vm/" + path, Visitor.session(id)).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(ada.ends(id).status()).isEqualTo(404);
        assertThat(ada.touches(id).status()).isEqualTo(404);
    }

    @Test
    void tellsThatItIsNotSharedBeforeTellingThatTheLimitIsReached() {
        var other = Visitor.arrive().creates().getString("id");
        ada.creates();
        ada.creates();

        assertThat(ada.joins(UNKNOWN).status()).isEqualTo(404);
        assertThat(ada.joins(other).status()).isEqualTo(403);
    }

    @Test
    void reachesTheLimitLast() {
        var other = Visitor.arrive().createsShared();
        ada.creates();
        ada.creates();

        var reply = ada.joins(other);

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.body().getLong("retryAfter")).isPositive();
        assertThat(reply.header("Retry-After"))
                .isEqualTo(reply.body().getLong("retryAfter").toString());
        assertThat(reply.body().getString("error")).isNotBlank();
    }

    @Test
    void wantsSomebodyToBeThere() {
        var reply = Visitor.call("GET", "/api/vm", null, Map.of());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body().getString("code")).isEqualTo("SESSION_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/vm",
        "GET, /api/vm/join",
        "GET, /api/vm/kick",
        "DELETE, /api/vm/role",
        "POST, /api/vm/some/control",
        "DELETE, /api/vm/share",
        "POST, /api/health"
    })
    void saysWhichMethodsItKnows(String method, String path) {
        var reply = ada.send(method, path, "{}", Map.of());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isNotBlank();
        assertThat(reply.header("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api", "/api/vm/a/b", "/internal/nothing"})
    void answersInJsonWhereNothingIs(String path) {
        var reply = Visitor.call("GET", path, null, Map.of("Accept", "text/html"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.header("Content-Type")).startsWith("application/json");
        assertThat(reply.body().getString("error")).isNotBlank();
    }

    @Test
    void refusesBodiesThatAreNoJson() {
        assertThat(ada.send("POST", "/api/vm/join", "{broken", Map.of()).status())
                .isEqualTo(400);
        assertThat(ada.send("POST", "/api/vm/join", "sessionId=x", Map.of("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void isAlive() {
        var reply = Visitor.call("GET", "/api/health", null, Map.of());

        assertThat(reply.body().getString("status")).isEqualTo("ok");
        assertThat(reply.body().getString("timestamp")).isNotBlank();
    }

    @Test
    void createsNothingForAnEmptyBodyButASession() {
        assertThat(ada.send("POST", "/api/vm", null, Map.of()).status()).isEqualTo(200);
        assertThat(ada.post("/api/vm", new JsonObject().putNull("platform")).status())
                .isEqualTo(200);
    }
}
