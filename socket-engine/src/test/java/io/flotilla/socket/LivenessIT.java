package io.flotilla.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.socket.Namespace.Departure;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LivenessIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final EngineSettings QUICK = TestServer.withPings(Duration.ofMillis(200), Duration.ofMillis(300));

    private final TestDoor door = new TestDoor();
    private final Recorder main = new Recorder();

    @Test
    void closesAWebSocketThatDoesNotAnswerAPing() throws IOException {
        try (var server = server(QUICK);
                var socket = RawWebSocket.entered(server.port())) {
            assertThat(socket.next()).isEqualTo("text 2");

            assertThat(socket.next()).startsWith("close 1001 ");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(main.departures).containsExactly(Departure.PING_TIMEOUT));
            assertThat(door.gone).hasValue(1);
        }
    }

    @Test
    void keepsAWebSocketThatAnswers() throws IOException {
        try (var server = server(QUICK);
                var socket = RawWebSocket.entered(server.port())) {
            for (var i = 0; i < 5; i++) {
                assertThat(socket.next()).isEqualTo("text 2");
                socket.send("3");
            }

            assertThat(main.departures).isEmpty();
        }
    }

    @Test
    void forgetsAPollingClientThatIsNeverSeenAgain() throws Exception {
        try (var server = server(QUICK)) {
            var polls = Polls.entered(server.port());

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(main.departures).containsExactly(Departure.PING_TIMEOUT));

            assertThat(polls.get(polls.query()).body()).contains("Session ID unknown");
        }
    }

    @Test
    void closesWhoEntersNothing() throws IOException {
        try (var server = server(connectWithin(Duration.ofMillis(200)));
                var socket = RawWebSocket.open(server.port(), "EIO=4&transport=websocket")) {
            assertThat(socket.next()).startsWith("text 0{");

            assertThat(socket.next()).startsWith("close");

            await().atMost(PATIENCE).until(() -> door.gone.get() == 1);
        }
    }

    @Test
    void closesWhoIsRefusedAndDoesNotGo() throws IOException {
        try (var server = server(connectWithin(Duration.ofMillis(200)));
                var socket = RawWebSocket.open(server.port(), "EIO=4&transport=websocket")) {
            socket.next();
            socket.send("40{\"no\":1}");
            assertThat(socket.next()).isEqualTo("text 44{\"message\":\"No entry\",\"data\":\"data\"}");

            assertThat(socket.next()).startsWith("close");
        }
    }

    @Test
    void noticesAResetAtOnce() throws IOException {
        try (var server = server(TestServer.SETTINGS)) {
            RawWebSocket.entered(server.port()).reset();

            await().atMost(PATIENCE).until(() -> main.departures.size() == 1 && door.gone.get() == 1);
            assertThat(server.sockets().connections()).isZero();
        }
    }

    @Test
    void cutsTheLineOfWhoDoesNotAnswerAClose() throws IOException {
        try (var server = server(TestServer.SETTINGS);
                var socket = RawWebSocket.entered(server.port())) {
            socket.send("42[\"close\"]");
            assertThat(socket.next()).isEqualTo("text 42[\"last words\"]");
            assertThat(socket.next()).isEqualTo("close 4242 as told");

            assertThat(socket.next()).isEqualTo("end");
        }
    }

    private TestServer server(EngineSettings settings) {
        return new TestServer(settings, door, Map.of("/", main));
    }

    private static EngineSettings connectWithin(Duration time) {
        var usual = TestServer.SETTINGS;
        return new EngineSettings(
                usual.pingInterval(),
                usual.pingTimeout(),
                usual.maxPayload(),
                usual.upgradeTimeout(),
                time,
                usual.queue(),
                usual.namespaces());
    }
}
