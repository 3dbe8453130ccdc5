package io.flotilla.session.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.SignIns;
import io.flotilla.session.Together;
import io.flotilla.session.Visitor;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class SignInIT {
    private final String userId = SignIns.newUser();

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void opensASessionUnderASecretOfItsOwn() {
        var opened = SignIns.open(SignIns.wish(userId));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.body().fieldNames())
                .containsExactlyInAnyOrder(
                        "sid", "grp", "roles", "csrfHash", "csrfToken", "setCookie", "expiresAt", "ended");
        assertThat(opened.body().getString("setCookie"))
                .matches("__Host-flotilla=[A-Za-z0-9_-]{43}; Path=/; Max-Age=172800; HttpOnly; SameSite=Lax; Secure");
        assertThat(opened.body().getString("grp")).isEqualTo(userId);
        assertThat(SignIns.visitor(opened).get("/api/vm").status()).isEqualTo(200);
    }

    @Test
    void neverTakesTheSecretOrTheHandleOver() {
        var visitor = Visitor.arrive();
        var before = SignIns.handle(visitor);

        var account = SignIns.of(userId, visitor);

        assertThat(account.cookie()).isNotEqualTo(visitor.cookie());
        assertThat(account.csrfToken()).isNotEqualTo(visitor.csrfToken());
        assertThat(SignIns.handle(account)).isNotEqualTo(before);
        assertThat(visitor.get("/api/vm").status()).isEqualTo(401);
        assertThat(visitor.get("/api/session/info").body().getValue("session")).isNull();
    }

    @Test
    void carriesOverWhatAVisitorStarted() {
        var visitor = Visitor.arrive();
        var id = visitor.creates().getString("id");
        visitor.send("PUT", "/api/session/data/theme", "\"dark\"", Map.of());

        var account = SignIns.of(userId, visitor);

        assertThat(account.get("/api/vm").body().getJsonArray("sessions").stream()
                        .map(one -> ((JsonObject) one).getString("id")))
                .containsExactly(id);
        var joined = account.joins(id);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.body().getString("role")).isEqualTo("owner");
        assertThat(account.get("/api/session/data/theme").body().getString("value"))
                .isEqualTo("dark");
        assertThat(account.creates().getString("id")).isNotEqualTo(id);
        assertThat(account.post("/api/vm", new JsonObject()).status())
                .as("what was carried over counts")
                .isEqualTo(429);
    }

    @Test
    void givesTokensForMediaThatDieWithTheSession() {
        var account = SignIns.of(userId);

        var token = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.([A-Za-z0-9_-]+)\\.")
                .matcher(account.creates().getString("url"));

        assertThat(token.find()).isTrue();
        var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(token.group(1)), StandardCharsets.UTF_8));
        assertThat(claims.getString("sid")).isEqualTo(SignIns.handle(account));
    }

    @Test
    void carriesNothingOverFromAnotherAccount() {
        var other = SignIns.of(SignIns.newUser());
        other.send("PUT", "/api/session/data/theme", "\"dark\"", Map.of());

        var account = SignIns.of(userId, other);

        assertThat(account.get("/api/session/data/theme").status()).isEqualTo(404);
        assertThat(other.get("/api/vm").status()).isEqualTo(401);
    }

    @Test
    void hasFiveSessionsAtOnceHoweverManyAreAskedForTogether() {
        var opened = Together.all(12, _ -> () -> SignIns.open(SignIns.wish(userId)));

        var running = opened.stream()
                .map(SignIns::visitor)
                .filter(one -> one.get("/api/session_state").status() == 200)
                .toList();
        assertThat(running).hasSize(5);
        assertThat(running.getFirst().get("/api/sessions").body().getJsonArray("sessions"))
                .hasSize(5);
    }

    @Test
    void tellsADisplacedSessionThatItWasDisplaced() {
        var first = SignIns.of(userId);
        var firstHandle = SignIns.handle(first);
        for (int i = 0; i < 4; i++) {
            SignIns.of(userId);
        }
        assertThat(first.get("/api/session_state").status()).isEqualTo(200);

        var sixth = SignIns.open(SignIns.wish(userId));

        assertThat(sixth.body().getJsonArray("ended")).containsExactly(firstHandle);
        var told = first.get("/api/session_state");
        assertThat(told.status()).isEqualTo(401);
        assertThat(told.body().getString("code")).isEqualTo("SESSION_EXPIRED");
        assertThat(told.body().getString("reason")).isEqualTo("displaced");
        assertThat(told.body().getString("message")).contains("displaced");
        assertThat(first.get("/api/vm").status()).isEqualTo(401);
    }

    @Test
    void countsClientsWithoutACookieApart() {
        var browser = SignIns.of(userId);
        for (int i = 0; i < 5; i++) {
            var client = SignIns.open(SignIns.wish(userId).put("cookieless", true));
            assertThat(client.status()).isEqualTo(201);
            assertThat(client.body().fieldNames()).doesNotContain("setCookie", "csrfToken", "csrfHash");
            assertThat(client.body().getJsonArray("ended")).isEmpty();
        }

        assertThat(browser.get("/api/session_state").status()).isEqualTo(200);
    }

    @Test
    void vouchesForASessionByItsHandle() {
        var opened = SignIns.open(SignIns.wish(userId)).body();

        var known = SignIns.ask(opened.getString("sid"));

        assertThat(known.status()).isEqualTo(200);
        assertThat(known.body().getString("sub")).isEqualTo(userId);
        assertThat(known.body().getString("csrfHash")).isEqualTo(opened.getString("csrfHash"));
        assertThat(known.body().getBoolean("cookieless")).isFalse();
        assertThat(known.body().getLong("expiresAt")).isGreaterThanOrEqualTo(opened.getLong("expiresAt"));
        assertThat(SignIns.ask("no-such-session").status()).isEqualTo(404);
    }

    @Test
    void endsASessionAsOftenAsAsked() {
        var account = SignIns.of(userId);
        var sid = SignIns.handle(account);
        var reason = new JsonObject().put("reason", "signed-out");

        for (int i = 0; i < 2; i++) {
            var ended = SignIns.tell("/" + sid + "/end", reason);
            assertThat(ended.status()).isEqualTo(200);
            assertThat(ended.body().getString("setCookie")).contains("Max-Age=0");
        }

        assertThat(SignIns.ask(sid).status()).isEqualTo(404);
        assertThat(account.get("/api/vm").status()).isEqualTo(401);
        assertThat(SignIns.tell("/never-seen/end", reason).status()).isEqualTo(200);
        assertThat(SignIns.tell("/" + sid + "/end", new JsonObject().put("reason", "because"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void endsAllSessionsOfAUserButOne() {
        var kept = SignIns.of(userId);
        var gone = SignIns.of(userId);
        var others = SignIns.of(SignIns.newUser());

        var ended = SignIns.tell(
                "/end",
                new JsonObject()
                        .put("userId", userId)
                        .put("except", SignIns.handle(kept))
                        .put("reason", "password-changed"));

        assertThat(ended.body().getJsonArray("ended")).hasSize(1);
        assertThat(kept.get("/api/session_state").status()).isEqualTo(200);
        assertThat(others.get("/api/session_state").status()).isEqualTo(200);
        assertThat(gone.get("/api/session_state").body().getString("reason")).isEqualTo("password-changed");
    }

    @Test
    void endsASessionWhoseCookieAnotherBrowserShows() {
        var account = SignIns.of(userId);
        var thief = new Visitor(account.cookie(), account.csrfToken(), "203.0.113.66");

        var stolen = Visitor.call(
                "GET", "/api/session_state", null, Map.of("Cookie", thief.cookie(), "User-Agent", "Other/1.0"));

        assertThat(stolen.status()).isEqualTo(401);
        assertThat(stolen.body().getString("code")).isEqualTo("SESSION_EXPIRED");
        assertThat(account.get("/api/session_state").body().getString("reason")).isEqualTo("another-browser");
    }

    @Test
    void letsABrowserTravelAndUpdateItself() {
        var account = SignIns.of(userId);

        var abroad = Visitor.call(
                "GET",
                "/api/session_state",
                null,
                Map.of(
                        "Cookie", account.cookie(),
                        "User-Agent", "Java-http-client/99.0",
                        "Accept-Language", "fr",
                        "X-Forwarded-For", "203.0.113.5"));

        assertThat(abroad.status()).isEqualTo(200);
        assertThat(account.get("/api/session_state").status()).isEqualTo(200);
    }

    @Test
    void tellsAllDevices() {
        var heard = new CopyOnWriteArrayList<JsonObject>();
        var subscription =
                redis.pubsub(String.class).subscribe("user-sessions", message -> heard.add(new JsonObject(message)));
        var account = SignIns.of(userId);
        var sid = SignIns.handle(account);

        account.post("/api/session/clear", new JsonObject());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(heard)
                .contains(
                        new JsonObject()
                                .put("userId", userId)
                                .put("type", "session_changed")
                                .put("sid", sid),
                        new JsonObject()
                                .put("userId", userId)
                                .put("type", "session_ended")
                                .put("sid", sid)
                                .put("reason", "signed-out")));
        subscription.unsubscribe();
    }

    @Test
    void marksWhoSignsInTooOften() {
        for (int i = 0; i < 5; i++) {
            assertThat(security(SignIns.of(userId)).getBoolean("is_suspicious")).isFalse();
        }

        var sixth = security(SignIns.of(userId));

        assertThat(sixth.getBoolean("is_suspicious")).isTrue();
        assertThat(sixth.getJsonArray("reasons")).isEqualTo(new JsonArray().add("many-sessions-a-day"));
        assertThat(sixth.fieldNames()).contains("session_id", "age_seconds", "created_at", "last_activity");
    }

    @Test
    void listensToNobodyButAuthService() {
        var wish = SignIns.wish(userId).encode();

        assertThat(SignIns.call("POST", "", wish, "realtime-gateway").status()).isEqualTo(403);
        assertThat(SignIns.call("GET", "/any", null, "realtime-gateway").status())
                .isEqualTo(403);
        assertThat(Visitor.arrive()
                        .post("/internal/user-sessions", new JsonObject())
                        .status())
                .isEqualTo(401);
        assertThat(SignIns.open(new JsonObject()).status()).isEqualTo(400);
    }

    private static JsonObject security(Visitor visitor) {
        return visitor.get("/api/session/security").body();
    }
}
