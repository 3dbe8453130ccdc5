package io.flotilla.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TestDoor door = new TestDoor();
    private final Recorder main = new Recorder();
    private final TestServer server = new TestServer(TestServer.SETTINGS, door, Map.of("/", main));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "GET|EIO=4|400|{\"code\":0,\"message\":\"Transport unknown\"}",
                "GET|EIO=4&transport=polling&sid=unknown|400|{\"code\":1,\"message\":\"Session ID unknown\"}",
                "POST|EIO=4&transport=polling|400|{\"code\":2,\"message\":\"Bad handshake method\"}",
                "GET|EIO=4&transport=websocket|400|{\"code\":3,\"message\":\"Bad request\"}",
                "GET|EIO=3&transport=polling|400|{\"code\":5,\"message\":\"Unsupported protocol version\"}",
                "GET|EIO=4&transport=polling&refuse|429|{\"code\":4,\"message\":\"Too many connections\"}",
            })
    void refusesWithTheWordsOfTheReference(String method, String query, int status, String body) throws Exception {
        var polls = new Polls(server.port());

        var answer = polls.send(polls.request(query).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void answers503WhenNobodyCanSayWhoMayConnect() throws Exception {
        assertThat(new Polls(server.port())
                        .get("EIO=4&transport=polling&unknown")
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void talksToPagesOfAllowedOriginsOnly() throws Exception {
        var polls = Polls.entered(server.port());
        var page = "https://page.test";

        var allowed =
                polls.send(polls.request(polls.query()).header("Origin", page).POST(BodyPublishers.ofString("3")));
        var preflight = polls.send(polls.request(polls.query())
                .header("Origin", page)
                .header("Access-Control-Request-Headers", "x-custom")
                .method("OPTIONS", BodyPublishers.noBody()));
        var refused = polls.send(
                polls.request(polls.query()).header("Origin", TestDoor.FOREIGN).POST(BodyPublishers.ofString("1")));

        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).hasValue(page);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials"))
                .hasValue("true");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("x-custom");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"code\":4,\"message\":\"Forbidden\"}");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(polls.post("42[\"still here\"]").statusCode()).isEqualTo(200);
    }

    @Test
    void batchesWhatWaits() throws Exception {
        var polls = Polls.entered(server.port());
        polls.post("42[\"echo\",1]\u001e42[\"echo\",2]\u001e421[\"echo\",3]");

        assertThat(polls.poll()).isEqualTo("42[\"echoed\",1]\u001e42[\"echoed\",2]\u001e42[\"echoed\",3]\u001e431[3]");
    }

    @Test
    void carriesBytesAsBase64() throws Exception {
        var polls = Polls.entered(server.port());
        polls.post("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID");

        assertThat(polls.poll()).isEqualTo("451-[\"echoed\",{\"_placeholder\":true,\"num\":0}]\u001ebAQID");
    }

    @Test
    void endsASessionThatIsPolledTwiceAtOnce() throws Exception {
        var polls = Polls.entered(server.port());
        var first = polls.pollLater();
        var second = polls.pollLater();

        var statuses = java.util.List.of(first.get().statusCode(), second.get().statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(200, 400);
        assertThat(polls.get(polls.query()).statusCode()).isEqualTo(400);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(main.departures).containsExactly(Namespace.Departure.TRANSPORT_ERROR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "4", "2", "b###", "4{}", "\u001e"})
    void endsASessionThatSendsWhatIsNoPacket(String body) throws Exception {
        var polls = Polls.entered(server.port());

        var status = polls.post(body).statusCode();

        assertThat(status).isIn(200, 400);
        await().atMost(PATIENCE).until(() -> main.departures.size() == 1);
        // One more request may fetch the close.
        assertThat(polls.poll()).isIn("1", "{\"code\":1,\"message\":\"Session ID unknown\"}");
        assertThat(polls.post("3").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesABodyThatIsTooBigAndKeepsTheSession() throws Exception {
        var polls = Polls.entered(server.port());

        assertThat(status413(polls)).isTrue();

        assertThat(polls.post("42[\"echo\"]").statusCode()).isEqualTo(200);
        assertThat(polls.poll()).isEqualTo("42[\"echoed\"]");
    }

    @Test
    void refusesBodiesOfBytesAndOddMethods() throws Exception {
        var polls = Polls.entered(server.port());

        assertThat(polls.send(polls.request(polls.query()).method("PUT", BodyPublishers.ofString("3")))
                        .statusCode())
                .isEqualTo(500);
        assertThat(polls.send(polls.request(polls.query())
                                .header("Content-Type", "application/octet-stream")
                                .POST(BodyPublishers.ofString("3")))
                        .statusCode())
                .isEqualTo(400);
        await().atMost(PATIENCE).until(() -> main.departures.size() == 1);
    }

    @Test
    void deliversLastWordsBeforeTheClose() throws Exception {
        var polls = Polls.entered(server.port());
        polls.post("42[\"close\"]");

        assertThat(polls.poll()).isEqualTo("42[\"last words\"]\u001e1");

        assertThat(polls.get(polls.query()).statusCode()).isEqualTo(400);
        assertThat(main.departures).containsExactly(Namespace.Departure.SERVER_CLOSE);
    }

    @Test
    void endsWhenTheClientGivesUpItsPoll() throws Exception {
        var polls = Polls.entered(server.port());
        try (var aborted = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), server.port())) {
            aborted.getOutputStream()
                    .write(("GET /socket.io/?" + polls.query() + " HTTP/1.1\r\nHost: test\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            aborted.setSoLinger(true, 0);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(main.departures).containsExactly(Namespace.Departure.TRANSPORT_ERROR));
        assertThat(door.gone).hasValue(1);
    }

    @Test
    void tellsTheDoorOnceForEachThatCame() throws Exception {
        for (var i = 0; i < 5; i++) {
            Polls.entered(server.port()).post("1");
        }

        await().atMost(PATIENCE).until(() -> door.gone.get() == 5);
        assertThat(door.admitted).hasValue(5);
        assertThat(server.sockets().connections()).isZero();
    }

    /** The client may see the connection end before it has sent all. */
    private static boolean status413(Polls polls) throws InterruptedException {
        try {
            return polls.post("4" + "x".repeat(3_000_000)).statusCode() == 413;
        } catch (IOException e) {
            return true;
        }
    }
}
