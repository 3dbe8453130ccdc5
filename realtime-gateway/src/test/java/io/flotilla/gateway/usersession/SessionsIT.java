package io.flotilla.gateway.usersession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.ScriptedExchanges;
import io.flotilla.gateway.ScriptedExchanges.Visitor;
import io.flotilla.gateway.SocketClient;
import io.flotilla.gateway.SocketVisit;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class SessionsIT {
    @Inject
    RedisDataSource redis;

    @Inject
    ScriptedExchanges auth;

    private final Visitor ada = Visitor.any();
    private final List<SocketVisit> open = new ArrayList<>();
    private SocketClient.Plan browser;

    @BeforeEach
    void begin() {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        browser = SocketClient.to(port).with("User-Agent", ScriptedExchanges.BROWSER);
    }

    @AfterEach
    void end() {
        open.forEach(SocketVisit::close);
    }

    @Test
    void helloComesFirstAndThenWhatConcernsTheUserInItsOrder() {
        var tab = greeted(ada);
        var otherDevice = greeted(new Visitor(ada.userId(), "s-phone"));
        var eve = greeted(Visitor.any());

        publish("nonsense");
        for (int i = 0; i < 100; i++) {
            publish(event("session_changed").put("sid", "s-" + i));
        }
        var platform = new JsonObject().put("id", "p-1").put("name", "School").put("secret", "precious");
        publish(event("platform_switched").put("platform", platform).put("by", ada.sessionId()));

        for (var one : List.of(tab, otherDevice)) {
            var switched = one.await("platform_switched");
            assertThat(one.heard().getFirst().name()).isEqualTo("hello");
            assertThat(one.heard("session_changed").stream()
                            .map(message -> message.getString("session_id"))
                            .toList())
                    .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "s-" + i).toList());
            assertThat(switched.encode()).contains("School", ada.sessionId()).doesNotContain("precious");
        }
        assertThat(tab.heard("hello").getFirst())
                .isEqualTo(new JsonObject().put("session_id", ada.sessionId()).put("user_id", ada.userId()));
        assertThat(eve.heard()).hasSize(1);
    }

    @Test
    void theEndOfASessionIsToldToAllDevicesAndDisconnectsItsOwn() {
        var desk = greeted(ada);
        var phone = greeted(new Visitor(ada.userId(), ada.sessionId() + "-phone"));

        publish(event("session_ended").put("sid", ada.sessionId()).put("reason", "displaced"));

        desk.awaitEnd();
        assertThat(desk.heard().getLast().name()).isEqualTo("session_ended");
        assertThat(desk.heard("session_ended").getFirst().getString("reason")).isEqualTo("displaced");
        patiently().until(() -> desk.client().closeCode() == 4508);
        assertThat(phone.await("session_ended").getString("session_id")).isEqualTo(ada.sessionId());
        assertThat(phone.isIn()).isTrue();
    }

    @Test
    void aRevocationIsEnoughToEndItAndKeepsTheDoorShut() {
        var tab = greeted(ada);

        redis.execute("ZADD", "revocations", Long.toString(System.currentTimeMillis() + 600_000), ada.sessionId());

        tab.awaitEnd();
        assertThat(tab.heard("session_ended").getFirst().getString("reason")).isEqualTo("revoked");
        patiently().until(() -> tab.client().closeCode() == 4508);
        assertThat(enter(ada).error().getJsonObject("data").getString("code")).isIn("session-over", "unauthorized");
    }

    @Test
    void aSessionThatEndsByAgeIsNoticed() {
        var cookie = auth.cookie(ada);
        var tab = enter(cookie);
        auth.end(cookie);

        tab.awaitEnd();

        assertThat(tab.heard("session_ended")).hasSize(1);
    }

    @Test
    void whatAClientSaysIsIgnoredUnlessItIsVeryMuch() {
        var tab = greeted(ada);

        tab.emit("hello", "there");
        tab.emit("session_changed", new JsonObject());
        publish(event("session_changed").put("sid", "s-after"));
        tab.await("session_changed");
        assertThat(tab.isIn()).isTrue();

        patiently().until(() -> {
            IntStream.range(0, 1_000).forEach(i -> tab.emit("noise"));
            return tab.client().closeCode() == 4506;
        });
    }

    @Test
    void afterTheChannelWasLostTabsAreToldToReadAnew() {
        var tab = greeted(ada);

        redis.execute("CLIENT", "KILL", "TYPE", "pubsub");

        tab.await("hello", 2);
        patiently().until(() -> {
            publish(event("session_changed").put("sid", "s-after"));
            return !tab.heard("session_changed").isEmpty();
        });
    }

    private SocketVisit greeted(Visitor visitor) {
        var visit = enter(visitor);
        visit.await("hello");
        return visit;
    }

    private SocketVisit enter(Visitor visitor) {
        return enter(auth.cookie(visitor));
    }

    private SocketVisit enter(String cookie) {
        var visit = browser.withCookie(cookie).enter("/sessions");
        open.add(visit);
        return visit;
    }

    private JsonObject event(String type) {
        return new JsonObject().put("userId", ada.userId()).put("type", type);
    }

    private void publish(JsonObject event) {
        publish(event.encode());
    }

    private void publish(String message) {
        redis.pubsub(String.class).publish("user-sessions", message);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
