package io.flotilla.vmbroker.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.flotilla.vmbroker.BrokerClient;
import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.InMemoryBrowser;
import io.flotilla.vmbroker.browser.InMemoryBrowserDriver;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.media.MediaMessages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MediaSocketIT {
    private static final String GATEWAY = "realtime-gateway";
    private final BrokerClient service = BrokerClient.sessionService();

    @Inject
    InMemoryBrowserDriver driver;

    @Inject
    Vertx vertx;

    private WebSocketClient client;
    private String id;
    private InMemoryBrowser browser;

    @BeforeEach
    void start() {
        client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxMessageSize(4 << 20).setMaxFrameSize(4 << 20));
        id = service.aVm("{\"timeout\":{\"absolute\":3600}}");
        browser = driver.running().get(id);
    }

    @AfterEach
    void stop() {
        client.close();
        service.endAll();
    }

    @Test
    void letsOnlyTheGatewayIn() {
        assertThat(statusFor(id, null)).isEqualTo(401);
        assertThat(statusFor(id, "nonsense")).isEqualTo(401);
        assertThat(statusFor(id, TestTokens.current().user("u", "s", "", "user", "admin")))
                .isEqualTo(401);
        assertThat(statusFor(id, TestTokens.current().service("session-service")))
                .isEqualTo(403);
        assertThat(statusFor("no-such-vm", TestTokens.current().service(GATEWAY)))
                .isEqualTo(404);
        RestAssured.given().get("/internal/vms/{id}/media", id).then().statusCode(426);
    }

    @Test
    void speaksTheSubprotocol() {
        var node = new Node();

        assertThat(node.socket.subProtocol()).isEqualTo("flotilla.media.v1");
    }

    @Test
    void passesMediaOnByteForByteToEveryNodeAlsoWhenLarge() {
        var first = new Node();
        var second = new Node();
        var large = MediaMessages.message(1, 1, 7, "x".repeat(300_000));

        browser.emit(MediaMessages.videoConfig());
        browser.emit(large);

        await().untilAsserted(() -> assertThat(first.binaries).containsExactly(MediaMessages.videoConfig(), large));
        await().untilAsserted(() -> assertThat(second.binaries).containsExactly(MediaMessages.videoConfig(), large));
    }

    @Test
    void tellsALateNodeWhatHolds() {
        browser.emit(MediaMessages.videoConfig());
        browser.emit(new BrowserEvent.SizeChanged(new Size(800, 600)));
        browser.emit(new BrowserEvent.CursorImage("data:image/png;base64,AA==", 1, 2));

        var late = new Node();

        await().untilAsserted(() -> assertThat(late.binaries).containsExactly(MediaMessages.videoConfig()));
        await().untilAsserted(() -> assertThat(late.types()).containsExactlyInAnyOrder("size", "clock", "cursor"));
        assertThat(late.text("size").getInteger("width")).isEqualTo(800);
        assertThat(late.text("clock").getLong("expiresAt")).isPositive();
    }

    @Test
    void carriesActsAudienceAndKeyFrameRequests() {
        var node = new Node();
        node.say("{\"type\":\"viewers\",\"count\":2,\"layers\":true,\"formats\":[\"h264\"]}");
        node.say("{\"type\":\"key-frame\"}");
        node.say("{\"type\":\"key-frame\"}");
        for (int i = 0; i < 100; i++) {
            node.say("{\"type\":\"act\",\"by\":\"ada\",\"act\":{\"type\":\"text\",\"text\":\"" + i + "\"}}");
        }
        node.say("{\"type\":\"act\",\"by\":\"ada\",\"act\":{\"type\":\"odd\"}}");
        node.say("not json");

        await().untilAsserted(() -> assertThat(browser.acts()).hasSize(100));
        assertThat(browser.acts().getLast()).isEqualTo(new Act.Text("ada", "99"));
        assertThat(browser.audience().viewers()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(browser.keyFrameRequests()).isEqualTo(2));
        assertThat(node.text("driver").getString("by")).isEqualTo("ada");

        node.socket.close();
        await().untilAsserted(() -> assertThat(browser.audience().viewers()).isZero());
        assertThat(browser.acts()).endsWith(new Act.Release("ada"));
    }

    @Test
    void saysTheLastWordAndCloses() {
        var node = new Node();

        service.delete(id).statusCode(200);

        await().untilAsserted(() -> assertThat(node.socket.isClosed()).isTrue());
        assertThat(node.text("ended").getString("reason")).isEqualTo("requested");
        assertThat(node.socket.closeStatusCode()).isEqualTo((short) 4504);
        assertThat(node.socket.closeReason()).isEqualTo("requested");
    }

    @Test
    void warnsBeforeTheTimeIsUpAndCallsItOffWhenSomebodyActs() {
        var other = service.aVm("{\"timeout\":{\"inactive\":4,\"warning\":3,\"offline\":null}}");
        var node = new Node(other);
        await().untilAsserted(() ->
                assertThat(node.text("warning").getLong("closesAt")).isNotNull());
        assertThat(node.text("warning").getString("reason")).isEqualTo("inactive");

        await().untilAsserted(() -> {
            node.say("{\"type\":\"act\",\"by\":\"ada\",\"act\":{\"type\":\"text\",\"text\":\"x\"}}");
            assertThat(node.texts)
                    .filteredOn(text -> text.contains("\"warning\""))
                    .anyMatch(text -> text.contains("null"));
        });
    }

    @Test
    void cutsAGatewayThatReadsNothingAndHurtsNoOther() {
        var stuck = new Node();
        var well = new Node();
        stuck.say("{\"type\":\"viewers\",\"count\":1,\"layers\":false,\"formats\":[\"h264\"]}");
        await().untilAsserted(() -> assertThat(browser.audience().viewers()).isEqualTo(1));
        stuck.socket.pause();
        var large = MediaMessages.message(4, 0, 0, "x".repeat(512 * 1024));

        await().untilAsserted(() -> {
            browser.emit(large);
            RestAssured.get("/q/metrics").then().body(org.hamcrest.Matchers.containsString("gateway-slow"));
        });

        var key = MediaMessages.keyFrame(1);
        await().untilAsserted(() -> {
            browser.emit(key);
            assertThat(well.binaries).contains(key);
        });
        assertThat(well.socket.isClosed()).isFalse();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(browser.audience().viewers())
                        .as("it is gone although it never read on")
                        .isZero());
    }

    private int statusFor(String vm, String token) {
        var options = options(vm);
        if (token != null) {
            options.addHeader("Authorization", "Bearer " + token);
        }
        var refusal = new int[1];
        assertThatThrownBy(() -> client.connect(options)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        ExecutionException.class,
                        e -> refusal[0] = ((UpgradeRejectedException) e.getCause()).getStatus());
        return refusal[0];
    }

    private static WebSocketConnectOptions options(String vm) {
        return new WebSocketConnectOptions()
                .setHost("localhost")
                .setPort(RestAssured.port)
                .setURI("/internal/vms/" + vm + "/media")
                .addSubProtocol("flotilla.media.v1");
    }

    /** One gateway node's end of the socket. */
    private final class Node {
        final List<String> texts = new CopyOnWriteArrayList<>();
        final List<Buffer> binaries = new CopyOnWriteArrayList<>();
        final WebSocket socket;

        Node() {
            this(id);
        }

        Node(String vm) {
            try {
                var connecting = client.connect(options(vm)
                        .addHeader(
                                "Authorization",
                                "Bearer " + TestTokens.current().service(GATEWAY)));
                socket = connecting
                        .onSuccess(opened -> {
                            opened.textMessageHandler(texts::add);
                            opened.binaryMessageHandler(binaries::add);
                        })
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            await().untilAsserted(() -> assertThat(types()).contains("size", "clock"));
        }

        void say(String text) {
            socket.writeTextMessage(text);
        }

        List<String> types() {
            return texts.stream()
                    .map(text -> new JsonObject(text).getString("type"))
                    .toList();
        }

        JsonObject text(String type) {
            return texts.stream()
                    .map(JsonObject::new)
                    .filter(message -> type.equals(message.getString("type")))
                    .reduce((_, newer) -> newer)
                    .orElseThrow(() -> new AssertionError("no " + type + " in " + texts));
        }
    }
}
