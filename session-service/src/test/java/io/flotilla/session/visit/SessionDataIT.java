package io.flotilla.session.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.RunningService;
import io.flotilla.session.Together;
import io.flotilla.session.Visitor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class SessionDataIT {
    private final Visitor visitor = Visitor.arrive();

    @Test
    void keepsAnyJson() {
        assertThat(put("theme", "\"dark\"").status()).isEqualTo(200);
        assertThat(put("panel.left", "{\"open\":true}").status()).isEqualTo(200);
        assertThat(put("nothing", "null").status()).isEqualTo(200);

        assertThat(get("theme").body().getString("value")).isEqualTo("dark");
        assertThat(get("panel.left").body().getJsonObject("value")).isEqualTo(new JsonObject().put("open", true));
        assertThat(visitor.get("/api/session/data").body().getJsonArray("keys"))
                .isEqualTo(new JsonArray().add("nothing").add("panel.left").add("theme"));
        assertThat(visitor.get("/api/session/info")
                        .body()
                        .getJsonObject("session")
                        .getJsonObject("user_data")
                        .getString("theme"))
                .isEqualTo("dark");
    }

    @Test
    void removesAValue() {
        put("theme", "1");

        assertThat(delete("theme").status()).isEqualTo(200);
        assertThat(delete("theme").status()).isEqualTo(404);
        assertThat(get("theme").status()).isEqualTo(404);
    }

    @Test
    void holdsSixteenKibibytesAndNoMoreHoweverManyWriteAtOnce() {
        var value = '"' + "x".repeat(4_000) + '"';

        var statuses = Together.all(10, i -> () -> put("key-" + i, value).status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(4);
        assertThat(statuses).filteredOn(status -> status == 413).hasSize(6);
        var tooMuch = put("one-more", value);
        assertThat(tooMuch.body().getInteger("limit")).isEqualTo(16_384);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%00", "a%2Fb", "%C3%A9"})
    void refusesOddNames(String odd) {
        assertThat(put(odd, "1").status()).isIn(400, 404);
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThat(put("a".repeat(64), "1").status()).isEqualTo(200);
        assertThat(put("a".repeat(65), "1").status()).isEqualTo(400);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(put("theme", "{").status()).isEqualTo(400);
        assertThat(put("theme", "").status()).isEqualTo(400);
    }

    @Test
    void isNobodyElses() {
        put("theme", "1");

        assertThat(Visitor.arrive().get("/api/session/data/theme").status()).isEqualTo(404);
        assertThat(Visitor.call("GET", "/api/session/data/theme", null, Map.of())
                        .status())
                .isEqualTo(401);
        assertThat(Visitor.call(
                                "PUT",
                                "/api/session/data/theme",
                                "1",
                                Map.of("Cookie", visitor.cookie(), "Content-Type", "application/json"))
                        .status())
                .isEqualTo(403);
    }

    private Visitor.Reply get(String key) {
        return visitor.get("/api/session/data/" + key);
    }

    private Visitor.Reply put(String key, String value) {
        return visitor.send("PUT", "/api/session/data/" + key, value, Map.of());
    }

    private Visitor.Reply delete(String key) {
        return visitor.send("DELETE", "/api/session/data/" + key, null, Map.of());
    }
}
