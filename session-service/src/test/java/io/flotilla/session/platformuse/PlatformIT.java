package io.flotilla.session.platformuse;

import static io.flotilla.session.platformuse.PlatformCalls.KEY;
import static io.flotilla.session.platformuse.PlatformCalls.own;
import static io.flotilla.session.platformuse.PlatformCalls.remote;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.Account;
import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Together;
import io.flotilla.session.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PlatformIT {
    @Inject
    DataSource database;

    private final Visitor ada = Visitor.arrive();
    private final PlatformCalls hers = new PlatformCalls(ada);

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
        var id = hers.created(remote("Sealed"));

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
        hers.created(own("Büro"));

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
        var id = hers.created(remote("Before"));

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
        var id = hers.created(remote("Mine"));
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
        var first = hers.created(own("first"));
        var second = hers.created(own("second"));

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
        assertThat(hers.one(first).getBoolean("is_default")).isFalse();
        assertThat(hers.one(second).getBoolean("is_default")).isTrue();
        assertThat(ada.send("DELETE", "/api/platforms/" + second, null, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(hers.one(first).getBoolean("is_default")).isTrue();
    }

    @Test
    void areNotThereForOthers() {
        var id = hers.created(remote("Mine"));
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
        assertThat(hers.one(id).getString("name")).isEqualTo("Mine");
    }
}
