package io.flotilla.gateway.usersession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.testkit.RealServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class EventsIT {
    @Inject
    RedisDataSource redis;

    @Inject
    ScriptedExchanges auth;

    @Inject
    MeterRegistry metrics;

    private final Visitor ada = visitor();
    private Tab.Browser browser;
    private String cookie;
    private int port;

    @BeforeEach
    void begin() {
        port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        browser = Tab.Browser.at(port, "127.0.0.1");
        cookie = auth.cookie(ada);
    }

    @AfterEach
    void end() {
        auth.away(false);
        browser.close();
    }

    @Test
    void helloComesFirstAndThenWhatConcernsTheUserInItsOrder() {
        var tab = greeted(browser.open(cookie));
        var otherDevice = greeted(browser.open(auth.cookie(new Visitor(ada.userId(), "s-phone"))));
        var eve = greeted(browser.open(auth.cookie(visitor())));

        publish("nonsense");
        for (int i = 0; i < 100; i++) {
            publish(event("session_changed").put("sid", "s-" + i));
        }
        var platform = new JsonObject().put("id", "p-1").put("name", "School").put("secret", "precious");
        publish(event("platform_switched").put("platform", platform).put("by", ada.sessionId()));

        for (var one : List.of(tab, otherDevice)) {
            patiently().until(() -> !one.heard("platform_switched").isEmpty());
            assertThat(one.heard().getFirst().getString("type")).isEqualTo("hello");
            assertThat(one.heard("session_changed").stream()
                            .map(message -> message.getString("session_id"))
                            .toList())
                    .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "s-" + i).toList());
            assertThat(one.heard("platform_switched").getFirst().encode())
                    .contains("School", ada.sessionId())
                    .doesNotContain("precious");
        }
        assertThat(tab.subProtocol()).isEqualTo("flotilla.sessions.v1");
        assertThat(tab.heard().getFirst().getString("session_id")).isEqualTo(ada.sessionId());
        assertThat(tab.heard().getFirst().getString("user_id")).isEqualTo(ada.userId());
        assertThat(eve.heard()).hasSize(1);
    }

    @Test
    void onlyPagesOfOursMayOpenOneWithTheCookie() {
        assertThat(browser.open(cookie, "https://evil.example").refusal()).isEqualTo(403);
        assertThat(browser.open(cookie, "null").refusal()).isEqualTo(403);
        assertThat(browser.open(cookie, null).refusal()).as("no page at all").isEqualTo(403);
        assertThat(browser.open(cookie, "https://friend.example").refusal()).isZero();
        assertThat(browser.open(cookie).refusal()).isZero();
    }

    @Test
    void whoShowsNothingOfUseIsTurnedAway() {
        var nothing = browser.openWith("");
        var odd = browser.openWith("?ticket=tk_short");
        var unknown = browser.openWith("?ticket=tk_" + "x".repeat(43));
        var stranger = browser.open("no-such-cookie");
        var over = browser.open(ended());
        var stolen = browser.open(browser.options("/sessions/events")
                .putHeader("User-Agent", "Another browser")
                .addHeader("Origin", "http://127.0.0.1:" + port)
                .addHeader("Cookie", "__Host-flotilla=" + cookie));

        for (var tab : List.of(nothing, odd, unknown, stranger, stolen)) {
            patiently().until(() -> tab.closeCode() == 4500);
            assertThat(tab.heard()).isEmpty();
        }
        patiently().until(() -> over.closeCode() == 4508);
        var wrongProtocol = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(port)
                .setURI("/sessions/events")
                .addSubProtocol("flotilla.media.v1");
        assertThat(browser.open(wrongProtocol).refusal()).isEqualTo(400);
    }

    @Test
    void whileNobodyCanSayWhoSomebodyIsTheyAreAskedToComeAgain() {
        auth.away(true);

        assertThat(browser.open(cookie).refusal()).isEqualTo(503);

        auth.away(false);
        greeted(browser.open(cookie));
    }

    @Test
    void aTicketOpensOneSocketUntilItsTokenWouldHaveEnded() {
        var ticket = auth.ticket(ada);

        var first = greeted(browser.openWith("?ticket=" + ticket));
        var second = browser.openWith("?ticket=" + ticket);

        patiently().until(() -> second.closeCode() == 4500);
        patiently().until(() -> first.closeCode() == 4400);
    }

    @Test
    void theEndOfASessionIsToldToAllDevicesAndClosesItsOwn() {
        var desk = greeted(browser.open(cookie));
        var phone = greeted(browser.open(auth.cookie(new Visitor(ada.userId(), ada.sessionId() + "-phone"))));

        publish(event("session_ended").put("sid", ada.sessionId()).put("reason", "displaced"));

        patiently().until(() -> desk.closeCode() == 4508);
        patiently().until(() -> phone.heard("session_ended").size() == 1);
        assertThat(desk.heard("session_ended").getFirst().getString("reason")).isEqualTo("displaced");
        assertThat(phone.heard("session_ended").getFirst().getString("session_id"))
                .isEqualTo(ada.sessionId());
        assertThat(phone.closeCode()).isZero();
    }

    @Test
    void aRevocationIsEnoughToCloseAndKeepsTheDoorShut() {
        var tab = greeted(browser.open(cookie));

        redis.execute("ZADD", "revocations", Long.toString(System.currentTimeMillis() + 600_000), ada.sessionId());

        patiently().until(() -> tab.closeCode() == 4508);
        assertThat(tab.heard("session_ended")).hasSize(1);
        var again = browser.open(cookie);
        patiently().until(() -> again.closeCode() >= 4500);
        assertThat(again.heard()).isEmpty();
    }

    @Test
    void aSessionThatEndsByAgeIsNoticed() {
        var tab = greeted(browser.open(cookie));
        auth.end(cookie);

        patiently().until(() -> tab.closeCode() == 4508);
        assertThat(tab.heard("session_ended").getFirst().getString("reason")).isEqualTo("expired");
    }

    @Test
    void clientsOnlyListen() {
        var tab = greeted(browser.open(cookie));

        tab.say("{}");

        patiently().until(() -> tab.closeCode() == 4506);
    }

    @Test
    void aSessionAndAnAddressHaveSoManySocketsAndNoMore() {
        try (var home = Tab.Browser.at(port, "127.0.0.9")) {
            var mine = new ArrayList<Tab>();
            for (int i = 0; i < 16; i++) {
                mine.add(greeted(home.open(cookie)));
            }
            var oneMore = home.open(cookie);
            patiently().until(() -> oneMore.closeCode() == 4507);
            for (int session = 0; session < 3; session++) {
                var another = auth.cookie(visitor());
                IntStream.range(0, 16).forEach(i -> greeted(home.open(another)));
            }
            var full = home.open(auth.cookie(visitor()));
            patiently().until(() -> full.closeCode() == 4507);
            greeted(browser.open(auth.cookie(visitor())));

            mine.getFirst().hangUp();
            patiently().until(() -> {
                var again = home.open(cookie);
                patiently().until(() -> again.closeCode() != 0 || again.isGreeted());
                return again.closeCode() == 0;
            });
        }
    }

    @Test
    void afterTheChannelWasLostTabsAreToldToReadAnew() {
        var tab = greeted(browser.open(cookie));

        redis.execute("CLIENT", "KILL", "TYPE", "pubsub");

        patiently().until(() -> tab.heard("hello").size() == 2);
        publish(event("session_changed").put("sid", "s-after"));
        patiently().until(() -> tab.heard("session_changed").size() == 1);
    }

    @Test
    void whoDoesNotReadIsClosedAsSlow() throws IOException {
        var before = closed("4001");
        try (var hung = handshake()) {
            var text = "x".repeat(1000);
            var platform = new JsonObject()
                    .put("id", text)
                    .put("name", text)
                    .put("platform_type", text)
                    .put("instance_url", text);
            var large = event("platform_switched").put("platform", platform).encode();

            patiently().until(() -> {
                IntStream.range(0, 200).forEach(i -> publish(large));
                return closed("4001") > before;
            });
            assertThat(hung.isConnected()).isTrue();
        }
    }

    /** A client that has shaken hands and then does nothing by itself, not even answer pings. */
    private Socket handshake() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        var request = """
                GET /sessions/events HTTP/1.1
                Host: 127.0.0.1:%1$d
                Origin: http://127.0.0.1:%1$d
                User-Agent: %2$s
                Cookie: __Host-flotilla=%3$s
                Connection: Upgrade
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
                Sec-WebSocket-Protocol: flotilla.sessions.v1

                """.formatted(port, ScriptedExchanges.BROWSER, cookie);
        socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(some(socket), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 101");
        return socket;
    }

    private static byte[] some(Socket socket) throws IOException {
        var bytes = new byte[4096];
        var length = Math.max(0, socket.getInputStream().read(bytes));
        return java.util.Arrays.copyOf(bytes, length);
    }

    private double closed(String code) {
        var counter = metrics.find("flotilla.events.closed").tag("code", code).counter();
        return counter == null ? 0 : counter.count();
    }

    private String ended() {
        var over = auth.cookie(visitor());
        auth.end(over);
        return over;
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

    private static Tab greeted(Tab tab) {
        patiently().until(tab::isGreeted);
        return tab;
    }

    private static Visitor visitor() {
        return new Visitor("u-" + UUID.randomUUID(), "s-" + UUID.randomUUID());
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
