package io.flotilla.session.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.SignIns;
import io.flotilla.session.Together;
import io.flotilla.session.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class SessionRoutesIT {
    private static final Map<String, String> OUR_PAGE = Map.of("Sec-Fetch-Site", "same-origin");

    private final String userId = SignIns.newUser();

    @Test
    void showsTheStateOfSomebodySignedIn() {
        var reply = SignIns.of(userId).get("/api/session_state");

        assertThat(reply.status()).isEqualTo(200);
        var state = reply.body();
        assertThat(state.fieldNames())
                .containsExactlyInAnyOrder(
                        "success",
                        "user",
                        "platform",
                        "session",
                        "flask_session",
                        "session_type",
                        "context_source",
                        "timestamp");
        assertThat(state.getJsonObject("user").getMap())
                .isEqualTo(Map.of("id", userId, "username", "Ada", "email", "ada@example.org"));
        assertThat(state.getJsonObject("session").fieldNames())
                .isEqualTo(Set.of("session_id", "created_at", "last_activity"));
        assertThat(state.getJsonObject("flask_session").fieldNames())
                .isEqualTo(Set.of("user_id", "platform_connection_id", "authenticated", "created_at", "last_activity"));
        assertThat(state.getString("session_type")).isEqualTo("integrated");
        assertThat(state.getString("context_source")).isEqualTo("database");
    }

    @Test
    void takesPollingForNoActivity() {
        var account = SignIns.of(userId);
        var before = lastActivity(account);

        account.get("/api/session/info");
        account.get("/api/session/state");
        account.get("/api/sessions");
        account.get("/api/session/security");
        account.post("/api/session/validate", new JsonObject());
        assertThat(lastActivity(account)).isEqualTo(before);

        account.post("/api/session/extend", new JsonObject());
        assertThat(lastActivity(account)).isAfter(before);
    }

    @Test
    void sendsNobodyToAnotherPage() {
        var stranger = Visitor.call("GET", "/api/session_state", null, Map.of("Accept", "text/html,*/*;q=0.8"));
        var visitor = Visitor.arrive().get("/api/session_state");

        for (var reply : List.of(stranger, visitor)) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.body().fieldNames()).contains("status", "success", "code", "message", "error");
            assertThat(reply.body().getString("code")).isEqualTo("SESSION_REQUIRED");
        }
    }

    @Test
    void tellsEverybodyWhetherTheyAreSignedIn() {
        var stranger = Visitor.call("GET", "/api/session/state", null, Map.of());
        var visitor = Visitor.arrive().get("/api/session/state").body();
        var account = SignIns.of(userId).get("/api/session/state").body();

        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.body().getBoolean("authenticated")).isFalse();
        assertThat(stranger.body().containsKey("session_id")).isFalse();
        assertThat(visitor.getBoolean("authenticated")).isFalse();
        assertThat(visitor.getBoolean("anonymous")).isTrue();
        assertThat(visitor.getString("session_id")).isNotEmpty();
        assertThat(account.getBoolean("authenticated")).isTrue();
        assertThat(account.getJsonObject("user").getString("id")).isEqualTo(userId);
    }

    @Test
    void validatesWithoutAskingForAToken() {
        var visitor = Visitor.arrive();

        var good = Visitor.call("POST", "/api/session/validate", null, Map.of("Cookie", visitor.cookie()));
        var none = Visitor.call("POST", "/api/session/validate", null, Map.of());

        assertThat(good.body().fieldNames())
                .isEqualTo(Set.of("success", "valid", "database_session_valid", "flask_session_valid", "timestamp"));
        assertThat(good.body().getBoolean("valid")).isTrue();
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.body().getBoolean("valid")).isFalse();
        assertThat(none.body().getBoolean("database_session_valid")).isFalse();
    }

    @Test
    void validatesACsrfToken() {
        var visitor = Visitor.arrive();

        assertThat(validated(visitor, visitor.csrfToken()).body().getMap())
                .isEqualTo(Map.of("status", "success", "valid", true));
        assertThat(validated(visitor, Visitor.arrive().csrfToken()).body().getBoolean("valid"))
                .isFalse();
        assertThat(validated(visitor, "").status()).isEqualTo(400);
        assertThat(visitor.send("POST", "/api/session/validate-csrf", "", Map.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void hasNothingToExtendForABrowserWithoutASession() {
        var none = Visitor.call("POST", "/api/session/extend", null, Map.of());
        var visitor = Visitor.arrive();
        var withoutToken = Visitor.call("POST", "/api/session/extend", null, Map.of("Cookie", visitor.cookie()));

        assertThat(none.status()).isEqualTo(400);
        assertThat(withoutToken.status()).isEqualTo(403);
    }

    @Test
    void beats() {
        var beat = Visitor.arrive().post("/api/session/heartbeat", new JsonObject());
        var none = Visitor.call("POST", "/api/session/heartbeat", null, Map.of());

        assertThat(beat.body().fieldNames()).isEqualTo(Set.of("success", "active", "remaining_seconds"));
        assertThat(beat.body().getBoolean("active")).isTrue();
        assertThat(beat.body().getLong("remaining_seconds")).isPositive();
        assertThat(none.status()).isEqualTo(200);
        assertThat(none.body().getBoolean("active")).isFalse();
    }

    @Test
    void cleansUpNothingThatRuns() {
        var account = SignIns.of(userId);
        SignIns.of(userId);

        var cleaned = account.post("/api/session/cleanup", new JsonObject());

        assertThat(cleaned.body().getInteger("cleaned_sessions")).isZero();
        assertThat(cleaned.body().fieldNames()).isEqualTo(Set.of("success", "cleaned_sessions", "message"));
        assertThat(account.get("/api/sessions").body().getJsonArray("sessions")).hasSize(2);
    }

    @Test
    void hearsThatAPageSignedOutAnyNumberOfTimes() {
        var account = SignIns.of(userId);

        for (int i = 0; i < 2; i++) {
            assertThat(notified(account, OUR_PAGE).status()).isEqualTo(200);
        }

        assertThat(account.get("/api/session_state").status()).isEqualTo(401);
    }

    @Test
    void believesNoForeignPageThatSomebodySignedOut() {
        var account = SignIns.of(userId);

        assertThat(notified(account, Map.of("Sec-Fetch-Site", "cross-site")).status())
                .isEqualTo(403);
        assertThat(notified(account, Map.of("Origin", "https://evil.example")).status())
                .isEqualTo(403);

        assertThat(account.get("/api/session_state").status()).isEqualTo(200);
    }

    @Test
    void endsTheVmSessionsOfAVisitorWhoIsGone() {
        BrokerScript.behave("well");
        var visitor = Visitor.arrive();
        var alone = visitor.creates().getString("id");
        var shared = visitor.createsShared();
        var guest = Visitor.arrive();
        guest.joins(shared);

        visitor.post("/api/session/clear", new JsonObject());

        assertThat(Visitor.arrive().joins(alone).status()).isEqualTo(404);
        assertThat(guest.get("/api/vm/" + shared).status()).isEqualTo(200);
        assertThat(guest.joins(shared).status()).isEqualTo(200);
    }

    @Test
    void keepsTheVmSessionsOfAnAccountThatSignsOut() {
        BrokerScript.behave("well");
        var account = SignIns.of(userId);
        var id = account.creates().getString("id");

        account.post("/api/session/clear", new JsonObject());

        assertThat(SignIns.of(userId).joins(id).status()).isEqualTo(200);
    }

    @Test
    void countsWritesAndSaysHowManyAreLeft() {
        var visitor = Visitor.arrive();
        var first = visitor.post("/api/session/extend", new JsonObject());
        assertThat(first.header("X-RateLimit-Limit")).isEqualTo("30");

        // Twice as many as a minute allows, at once: however slow the machine, some are too many.
        var refused = Together.all(62, _ -> () -> visitor.post("/api/session/extend", new JsonObject())).stream()
                .filter(reply -> reply.status() != 200)
                .toList();

        assertThat(refused).isNotEmpty().allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.body().getString("error")).isEqualTo("rate_limit_exceeded");
            assertThat(reply.header("Retry-After")).isNotEmpty();
        });
    }

    private static Instant lastActivity(Visitor visitor) {
        return Instant.parse(visitor.get("/api/session_state")
                .body()
                .getJsonObject("session")
                .getString("last_activity"));
    }

    private static Visitor.Reply validated(Visitor visitor, String token) {
        return Visitor.call(
                "POST",
                "/api/session/validate-csrf",
                new JsonObject().put("csrf_token", token).encode(),
                Map.of("Cookie", visitor.cookie(), "Content-Type", "application/json"));
    }

    private static Visitor.Reply notified(Visitor visitor, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("Cookie", visitor.cookie());
        headers.put("Content-Type", "application/json");
        return Visitor.call("POST", "/api/session/notify_logout", "{}", headers);
    }
}
