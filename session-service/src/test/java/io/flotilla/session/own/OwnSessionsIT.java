package io.flotilla.session.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.RunningService;
import io.flotilla.session.SignIns;
import io.flotilla.session.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class OwnSessionsIT {
    private final String userId = SignIns.newUser();
    private final Visitor here = SignIns.of(userId);
    private final Visitor elsewhere = SignIns.of(userId);

    @Test
    void listsAUsersSessions() {
        SignIns.of(SignIns.newUser());

        var sessions = here.get("/api/sessions").body().getJsonArray("sessions").stream()
                .map(JsonObject.class::cast)
                .toList();

        assertThat(sessions)
                .extracting(one -> one.getString("session_id"))
                .containsExactlyInAnyOrder(SignIns.handle(here), SignIns.handle(elsewhere));
        assertThat(sessions)
                .filteredOn(one -> one.getBoolean("current"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.getString("session_id")).isEqualTo(SignIns.handle(here));
                    assertThat(one.getString("kind")).isEqualTo("browser");
                    assertThat(one.getString("user_agent")).startsWith("Java-http-client/");
                    assertThat(one.getString("address")).startsWith("172.16.");
                });
    }

    @Test
    void endsAnotherOfOnesOwn() {
        assertThat(end(here, SignIns.handle(elsewhere)).status()).isEqualTo(200);

        assertThat(elsewhere.get("/api/session_state").body().getString("reason"))
                .isEqualTo("ended-by-user");
        assertThat(here.get("/api/session_state").status()).isEqualTo(200);
    }

    @Test
    void endsTheCurrentOne() {
        var ended = end(here, "current");

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(here.get("/api/session_state").status()).isEqualTo(401);
        assertThat(elsewhere.get("/api/session_state").status()).isEqualTo(200);
    }

    @Test
    void knowsNobodyElses() {
        var stranger = SignIns.of(SignIns.newUser());

        assertThat(end(stranger, SignIns.handle(here)).status()).isEqualTo(404);
        assertThat(end(stranger, "no-such-session").status()).isEqualTo(404);

        assertThat(here.get("/api/session_state").status()).isEqualTo(200);
    }

    private static Visitor.Reply end(Visitor visitor, String id) {
        return visitor.send("DELETE", "/api/sessions/" + id, null, Map.of());
    }
}
