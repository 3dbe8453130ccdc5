package io.flotilla.session.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class UserSessionIT {
    @Test
    void opensAnAnonymousSessionUnderASafeCookie() {
        var reply = Visitor.call("GET", "/api/session/csrf-token", null, Map.of());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Set-Cookie"))
                .matches("__Host-flotilla=[A-Za-z0-9_-]{43}; Path=/; Max-Age=172800; HttpOnly; SameSite=Lax; Secure");
        assertThat(reply.body().fieldNames()).isEqualTo(Set.of("status", "csrf_token"));
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void givesTheSameTokenInThreeShapes() {
        var visitor = Visitor.arrive();

        var forSessions = visitor.get("/api/session/csrf-token");
        var forEverything = visitor.get("/api/csrf-token");
        var forVms = visitor.get("/api/vm/csrf-token");

        assertThat(forSessions.body().getMap())
                .isEqualTo(Map.of("status", "success", "csrf_token", visitor.csrfToken()));
        assertThat(forEverything.body().fieldNames()).isEqualTo(Set.of("success", "csrf_token", "expires_in"));
        assertThat(forEverything.body().getString("csrf_token")).isEqualTo(visitor.csrfToken());
        assertThat(forEverything.body().getLong("expires_in")).isBetween(3500L, 3600L);
        assertThat(forVms.body().getMap()).isEqualTo(Map.of("csrfToken", visitor.csrfToken()));
        assertThat(forVms.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "short", "%00", "' or 1=1"})
    void neverAdoptsAValueItDoesNotKnow(String planted) {
        var reply = Visitor.call("GET", "/api/vm/csrf-token", null, Map.of("Cookie", "__Host-flotilla=" + planted));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Set-Cookie")).startsWith("__Host-flotilla=").doesNotContain(planted + ";");
    }

    @Test
    void tellsABrowserAboutItsSession() {
        var visitor = Visitor.arrive();

        var session = visitor.get("/api/session/info").body().getJsonObject("session");

        assertThat(session.fieldNames())
                .containsExactlyInAnyOrder(
                        "session_id",
                        "created_at",
                        "last_activity",
                        "elapsed_seconds",
                        "remaining_seconds",
                        "is_active",
                        "user_data");
        assertThat(visitor.cookie()).doesNotContain(session.getString("session_id"));
        assertThat(session.getBoolean("is_active")).isTrue();
    }

    @Test
    void saysThatThereIsNoSession() {
        var reply = Visitor.call("GET", "/api/session/info", null, Map.of());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().containsKey("session")).isTrue();
        assertThat(reply.body().getValue("session")).isNull();
    }

    @Test
    void extendsASession() {
        var reply = Visitor.arrive().post("/api/session/extend", new JsonObject());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().getString("status")).isEqualTo("success");
        assertThat(reply.body().getJsonObject("session").getLong("remaining_seconds"))
                .isPositive();
    }

    @Test
    void hasNothingToExtendForAClientWithoutASession() {
        var token = TestTokens.current().user("api-user", "no-such-session", "", "api");

        var reply = Visitor.call("POST", "/api/session/extend", null, Map.of("Authorization", "Bearer " + token));

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void wantsTheCsrfTokenForChanges() {
        var visitor = Visitor.arrive();

        var without = Visitor.call("POST", "/api/session/clear", null, Map.of("Cookie", visitor.cookie()));
        var wrong = visitor.send("POST", "/api/session/clear", null, Map.of("X-CSRF-Token", "wrong"));
        var crossSite = visitor.send("POST", "/api/session/clear", null, Map.of("Sec-Fetch-Site", "cross-site"));

        assertThat(without.status()).isEqualTo(403);
        assertThat(without.body().getString("code")).isEqualTo("CSRF_INVALID");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(crossSite.status()).isEqualTo(403);
    }

    @Test
    void aCopyOfTheCookieOpensNothingOnceTheSessionIsCleared() {
        var visitor = Visitor.arrive();
        assertThat(visitor.get("/api/vm").status()).isEqualTo(200);

        var cleared = visitor.post("/api/session/clear", new JsonObject());

        assertThat(cleared.status()).isEqualTo(200);
        assertThat(cleared.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(visitor.get("/api/vm").status()).isEqualTo(401);
        assertThat(visitor.get("/api/session/info").body().getValue("session")).isNull();
        assertThat(visitor.get("/api/vm/csrf-token").body().getString("csrfToken"))
                .isNotEqualTo(visitor.csrfToken());
    }

    @Test
    void tellsAuthServiceWhoseACookieIs() {
        var visitor = Visitor.arrive();

        var reply =
                resolve(visitor.cookie().split("=", 2)[1], TestTokens.current().service("auth-service"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().fieldNames())
                .containsExactlyInAnyOrder("sub", "sid", "grp", "roles", "csrfHash", "expiresAt");
        assertThat(reply.body().getJsonArray("roles").getList()).hasToString("[anonymous]");
    }

    @Test
    void knowsNoStrangeCookie() {
        var reply = resolve("A".repeat(43), TestTokens.current().service("auth-service"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body().getString("code")).isEqualTo("SESSION_REQUIRED");
    }

    @Test
    void tellsNobodyElseWhoseACookieIs() {
        var cookie = Visitor.arrive().cookie().split("=", 2)[1];

        assertThat(resolve(cookie, TestTokens.current().service("realtime-gateway"))
                        .status())
                .isEqualTo(403);
        assertThat(resolve(cookie, TestTokens.current().user("ada", "sid", "", "admin"))
                        .status())
                .isEqualTo(403);
        assertThat(resolve(cookie, "no token").status()).isEqualTo(401);
    }

    private static Visitor.Reply resolve(String cookie, String token) {
        return Visitor.call(
                "POST",
                "/internal/user-sessions/resolve",
                new JsonObject()
                        .put("cookie", cookie)
                        .put("userAgent", "Java-http-client/1.2.3")
                        .encode(),
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
    }
}
