package io.flotilla.session.platformuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.session.Account;
import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.SignIns;
import io.flotilla.session.Together;
import io.flotilla.session.Visitor;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PlatformIT {
    private static final String KEY = "sk_very-secret-key";

    @Inject
    RedisDataSource redis;

    @Inject
    DataSource database;

    private final Visitor ada = Visitor.arrive();

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void areAddedAndShownWithoutTheirSecret() {
        var reply = ada.post("/api/platforms", remote("Remote").put("username", "ada"));

        assertThat(reply.status()).isEqualTo(201);
        var made = reply.body().getJsonObject("platform");
        assertThat(made.fieldNames())
                .isEqualTo(Set.of(
                        "id",
                        "name",
                        "type",
                        "platform_type",
                        "instance_url",
                        "username",
                        "is_default",
                        "is_active",
                        "has_secret",
                        "created_at",
                        "updated_at"));
        assertThat(made.getString("instance_url")).isEqualTo("https://engine.hyperbeam.com");
        assertThat(made.getBoolean("has_secret")).isTrue();
        assertThat(made.getBoolean("is_default")).isTrue();
        var path = "/api/platforms/" + made.getString("id");
        assertThat(ada.get(path).body().getJsonObject("platform")).isEqualTo(made);
        assertThat(List.of(
                        reply.text(),
                        ada.get(path).text(),
                        ada.get("/api/platforms").text()))
                .noneMatch(text -> text.contains(KEY));
    }

    @Test
    void keepTheirSecretSealed() throws Exception {
        var id = created(remote("Sealed"));

        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select secret from session.platform_connection where id = ?")) {
            query.setString(1, id);
            var row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).startsWith("v1.").doesNotContain(KEY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"name\":\"x\"}",
                "{\"name\":\"  \",\"platform_type\":\"chromium\"}",
                "{\"name\":7,\"platform_type\":\"chromium\"}",
                "{\"name\":\"a\\u0000b\",\"platform_type\":\"chromium\"}",
                "{\"name\":\"x\",\"platform_type\":\"other\"}",
                "{\"name\":\"x\",\"platform_type\":\"kubernetes\"}",
                "{\"name\":\"x\",\"platform_type\":\"hyperbeam\",\"instance_url\":\"http://example.org\"}",
                "{\"name\":\"x\",\"platform_type\":\"hyperbeam\",\"instance_url\":\"javascript:alert(1)\"}",
                "{\"name\":\"x\",\"platform_type\":\"hyperbeam\",\"secret\":\"a b\"}",
                "{\"name\":\"x\",\"platform_type\":\"hyperbeam\",\"is_default\":\"yes\"}"
            })
    void refuseWhatTheyCannotBe(String body) {
        var reply = ada.send("POST", "/api/platforms", body, Map.of());

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.body().getString("field")).isNotBlank();
        assertThat(reply.body().getString("error")).isNotBlank();
        assertThat(ada.get("/api/platforms").body().getJsonArray("platforms")).isEmpty();
    }

    @Test
    void haveLimitsOfLength() {
        assertThat(ada.post("/api/platforms", own("n".repeat(65))).status()).isEqualTo(400);
        assertThat(ada.post("/api/platforms", own("n".repeat(64))).status()).isEqualTo(201);
        assertThat(ada.post("/api/platforms", remote("x").put("secret", "s".repeat(1025)))
                        .status())
                .isEqualTo(400);
        var longUrl = "https://example.org/" + "p".repeat(236);
        assertThat(ada.post("/api/platforms", remote("x").put("instance_url", longUrl))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void haveNamesOfTheirOwn() {
        created(own("Büro"));

        assertThat(ada.post("/api/platforms", own("büro")).status()).isEqualTo(409);
        assertThat(Visitor.arrive().post("/api/platforms", own("Büro")).status())
                .isEqualTo(201);
    }

    @Test
    void areAtMostTwentyAlsoWhenManyComeAtOnce() {
        // By one user in two browsers, because each session may write only so often.
        var one = Account.signsIn();
        var other = Account.signsInAs(one.userId(), null);

        var statuses = Together.all(
                26,
                i -> () -> (i % 2 == 0 ? one : other)
                        .browser()
                        .post("/api/platforms", own("number " + i).put("is_default", true))
                        .status());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(20);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(6);
        var all = one.browser().get("/api/platforms").body().getJsonArray("platforms");
        assertThat(all.stream().filter(each -> ((JsonObject) each).getBoolean("is_default")))
                .hasSize(1);
    }

    @Test
    void change() {
        var id = created(remote("Before"));

        var changed = ada.send(
                "PUT",
                "/api/platforms/" + id,
                new JsonObject()
                        .put("name", "After")
                        .put("platform_type", "hyperbeam")
                        .put("instance_url", "https://engine.hyperbeam.com/v2")
                        .encode(),
                Map.of());

        assertThat(changed.status()).isEqualTo(200);
        var now = changed.body().getJsonObject("platform");
        assertThat(now.getString("name")).isEqualTo("After");
        assertThat(now.getBoolean("has_secret")).isTrue();
        var without = ada.send(
                "PUT", "/api/platforms/" + id, remote("After").put("secret", "").encode(), Map.of());
        assertThat(without.body().getJsonObject("platform").getBoolean("has_secret"))
                .isFalse();
    }

    @Test
    void sendAKeyToNobodyItWasNotGivenFor() {
        var id = created(remote("Mine"));
        var elsewhere = new JsonObject()
                .put("name", "Mine")
                .put("platform_type", "hyperbeam")
                .put("instance_url", "https://thief.example");

        var reply = ada.send("PUT", "/api/platforms/" + id, elsewhere.encode(), Map.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().getString("field")).isEqualTo("secret");
        assertThat(ada.send(
                                "PUT",
                                "/api/platforms/" + id,
                                elsewhere.put("secret", "new").encode(),
                                Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void haveOneDefaultThatCannotBeTakenAway() {
        var first = created(own("first"));
        var second = created(own("second"));

        assertThat(ada.send(
                                "PUT",
                                "/api/platforms/" + first,
                                own("first").put("is_default", false).encode(),
                                Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(ada.post("/api/platforms/" + second + "/default", new JsonObject())
                        .status())
                .isEqualTo(200);
        assertThat(one(first).getBoolean("is_default")).isFalse();
        assertThat(one(second).getBoolean("is_default")).isTrue();
        assertThat(ada.send("DELETE", "/api/platforms/" + second, null, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(one(first).getBoolean("is_default")).isTrue();
    }

    @Test
    void areNotThereForOthers() {
        var id = created(remote("Mine"));
        var bob = Account.signsIn("admin").browser();

        assertThat(bob.get("/api/platforms/" + id).status()).isEqualTo(404);
        assertThat(bob.send("PUT", "/api/platforms/" + id, own("x").encode(), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(bob.send("DELETE", "/api/platforms/" + id, null, Map.of()).status())
                .isEqualTo(404);
        for (var act : List.of("/api/platforms/" + id + "/test", "/api/platforms/" + id + "/default")) {
            assertThat(bob.post(act, new JsonObject()).status()).as(act).isEqualTo(404);
        }
        assertThat(bob.post("/api/switch_platform/" + id, new JsonObject()).status())
                .isEqualTo(404);
        assertThat(ada.post("/api/switch_platform/no-such", new JsonObject()).status())
                .isEqualTo(404);
        assertThat(one(id).getString("name")).isEqualTo("Mine");
    }

    @Test
    void areSwitchedForAllSessionsOfTheUserAndTold() {
        var one = Account.signsIn();
        var other = Account.signsInAs(one.userId(), null);
        created(one.browser(), own("first"));
        var second = created(one.browser(), own("second").put("username", "ada"));
        var heard = new CopyOnWriteArrayList<String>();
        var subscription = redis.pubsub(String.class).subscribe("user-sessions", heard::add);

        var reply = one.browser().post("/api/switch_platform/" + second, new JsonObject());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().getBoolean("success")).isTrue();
        assertThat(reply.body().getString("message")).isNotBlank();
        assertThat(reply.body().getJsonObject("platform").getMap())
                .containsOnlyKeys("id", "name", "platform_type", "instance_url", "username")
                .containsEntry("id", second)
                .containsEntry("username", "ada");
        var seen = other.browser().get("/api/platforms/" + second).body().getJsonObject("platform");
        assertThat(seen.getBoolean("is_active")).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard).map(JsonObject::new).anySatisfy(message -> {
                    assertThat(message.getString("userId")).isEqualTo(one.userId());
                    assertThat(message.getString("type")).isEqualTo("platform_switched");
                    assertThat(message.getString("by")).isEqualTo(one.sessionId());
                    assertThat(message.getJsonObject("platform").getString("id"))
                            .isEqualTo(second);
                }));
        subscription.unsubscribe("user-sessions");
    }

    @Test
    void goBackToTheDefaultWhenTheActiveOneIsRemoved() {
        var first = created(own("first"));
        var second = created(own("second"));
        ada.post("/api/switch_platform/" + second, new JsonObject());

        ada.send("DELETE", "/api/platforms/" + second, null, Map.of());

        assertThat(one(first).getBoolean("is_active")).isTrue();
    }

    @Test
    void beginWithTheDefaultAgainWhenAllSessionsWereOver() {
        var account = Account.signsIn();
        var first = created(account.browser(), own("first"));
        var second = created(account.browser(), own("second"));
        account.browser().post("/api/switch_platform/" + second, new JsonObject());
        assertThat(active(Account.signsInAs(account.userId(), null).browser(), second))
                .as("while another session runs, the choice stays")
                .isTrue();

        SignIns.tell("/end", new JsonObject().put("userId", account.userId()).put("reason", "signed-out-everywhere"));

        assertThat(active(Account.signsInAs(account.userId(), null).browser(), first))
                .isTrue();
    }

    private static boolean active(Visitor browser, String id) {
        return browser.get("/api/platforms/" + id)
                .body()
                .getJsonObject("platform")
                .getBoolean("is_active");
    }

    @Test
    void decideWhereTheNextVmStarts() {
        var here = created(own("here"));
        var elsewhere = created(remote("elsewhere"));
        ada.post("/api/switch_platform/" + elsewhere, new JsonObject());

        for (int attempt = 0; attempt < 3; attempt++) {
            var refused = ada.post("/api/vm", new JsonObject());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body().getString("details")).contains("hyperbeam");
            assertThat(refused.header("Retry-After")).isNotBlank();
        }
        assertThat(ada.get("/api/vm").body().getJsonArray("sessions")).isEmpty();

        ada.post("/api/switch_platform/" + here, new JsonObject());
        var vm = ada.creates();
        assertThat(vm.getString("platform")).isEqualTo("chromium");
        assertThat(BrokerScript.lastOrder().getString("platform")).isEqualTo("chromium");
        ada.creates();
    }

    @Test
    void areCarriedOverWhenAVisitorSignsIn() {
        var account = Account.signsIn();
        created(account.browser(), own("Remote"));
        var carried = created(remote("Remote"));

        var now = Account.signsInAs(account.userId(), ada).browser();

        assertThat(now.get("/api/platforms/" + carried)
                        .body()
                        .getJsonObject("platform")
                        .getString("name"))
                .isEqualTo("Remote (2)");
        assertThat(now.get("/api/platforms").body().getJsonArray("platforms")).hasSize(2);
    }

    @Test
    void areTestedForReal() {
        var own = created(own("own"));
        assertThat(tested(own).getBoolean("success")).isTrue();

        BrokerScript.behave("away");
        var away = tested(own);
        assertThat(away.getBoolean("reachable")).isFalse();
        assertThat(away.getString("message")).isNotBlank();
        assertThat(one(own).getJsonObject("last_test").getBoolean("success")).isFalse();
    }

    @Test
    void areAskedWithTheKeyWhereTheOperatorOpenedTheWay() {
        var url = ConfigProvider.getConfig().getValue("flotilla.broker.url", String.class);

        var good = created(remote("good").put("instance_url", url).put("secret", "eyGood"));
        var bad = created(remote("bad").put("instance_url", url));

        assertThat(tested(good).getBoolean("success")).isTrue();
        var refused = tested(bad);
        assertThat(refused.getBoolean("reachable")).isTrue();
        assertThat(refused.getBoolean("success")).isFalse();
        assertThat(refused.getString("message")).contains("key");
        BrokerScript.behave("malformed");
        assertThat(tested(good).getString("message")).contains("no browser platform");
        BrokerScript.behave("failing");
        assertThat(tested(good).getString("message")).doesNotContain("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://localhost",
                "http://127.0.0.1:8083",
                "https://169.254.169.254/latest",
                "https://[::1]",
                "https://[::ffff:127.0.0.1]",
                "https://0.0.0.0",
                "https://10.0.0.1",
                "https://2130706433"
            })
    void neverReachTheInside(String url) {
        var id = created(remote("inside").put("instance_url", url));

        var test = tested(id);

        assertThat(test.getBoolean("reachable")).isFalse();
        assertThat(test.getString("message")).contains("not public");
    }

    private JsonObject tested(String id) {
        var reply = ada.post("/api/platforms/" + id + "/test", new JsonObject());
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    private JsonObject one(String id) {
        return ada.get("/api/platforms/" + id).body().getJsonObject("platform");
    }

    private String created(JsonObject wish) {
        return created(ada, wish);
    }

    private static String created(Visitor who, JsonObject wish) {
        var reply = who.post("/api/platforms", wish);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.body().getJsonObject("platform").getString("id");
    }

    private static JsonObject own(String name) {
        return new JsonObject().put("name", name).put("platform_type", "chromium");
    }

    private static JsonObject remote(String name) {
        return new JsonObject()
                .put("name", name)
                .put("platform_type", "hyperbeam")
                .put("secret", KEY);
    }
}
