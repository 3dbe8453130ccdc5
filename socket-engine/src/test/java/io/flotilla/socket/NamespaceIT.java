package io.flotilla.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.TextNode;
import io.flotilla.socket.Namespace.Departure;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Recorder main = new Recorder();
    private final Recorder rooms = new Recorder();
    private final TestServer server = server();
    private RawWebSocket socket;

    @BeforeEach
    void connect() throws IOException {
        socket = RawWebSocket.entered(server.port());
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.close();
    }

    @Test
    void answersAnEventOnce() throws IOException {
        socket.send("427[\"echo\",{\"a\":[1,null]}]");

        assertThat(socket.next()).isEqualTo("text 42[\"echoed\",{\"a\":[1,null]}]");
        assertThat(socket.next()).isEqualTo("text 437[{\"a\":[1,null]}]");
    }

    @Test
    void carriesBytes() throws IOException {
        socket.send("451-9[\"echo\",{\"_placeholder\":true,\"num\":0}]");
        socket.send(io.flotilla.socket.websocket.ClientFrame.binary((byte) 7, (byte) 8));

        assertThat(socket.next()).isEqualTo("text 451-[\"echoed\",{\"_placeholder\":true,\"num\":0}]");
        assertThat(socket.next()).isEqualTo("binary 0708");
        assertThat(socket.next()).isEqualTo("text 461-9[{\"_placeholder\":true,\"num\":0}]");
        assertThat(socket.next()).isEqualTo("binary 0708");
    }

    @Test
    void keepsNamespacesApart() throws IOException {
        socket.send("40/rooms,{}");
        assertThat(socket.next()).startsWith("text 40/rooms,{\"sid\":\"");
        socket.send("42/rooms,[\"echo\",1]");
        assertThat(socket.next()).isEqualTo("text 42/rooms,[\"echoed\",1]");

        socket.send("42/rooms,[\"leave\"]");

        assertThat(socket.next()).isEqualTo("text 41/rooms,");
        socket.send("42[\"echo\",2]");
        assertThat(socket.next()).isEqualTo("text 42[\"echoed\",2]");
        assertThat(rooms.departures).containsExactly(Departure.SERVER_DISCONNECT);
        assertThat(main.departures).isEmpty();
    }

    @Test
    void letsAClientLeaveAndComeBack() throws IOException {
        socket.send("41");
        socket.send("40");

        assertThat(socket.next()).startsWith("text 40{");
        assertThat(main.departures).containsExactly(Departure.CLIENT_DISCONNECT);
    }

    @Test
    void refusesAnUnknownNamespaceAndStaysOpen() throws IOException {
        socket.send("40/nowhere,");
        assertThat(socket.next()).isEqualTo("text 44/nowhere,{\"message\":\"Invalid namespace\"}");
        socket.send("40/rooms,{\"no\":1}");
        assertThat(socket.next()).isEqualTo("text 44/rooms,{\"message\":\"No entry\",\"data\":\"data\"}");

        socket.send("42[\"echo\"]");
        assertThat(socket.next()).isEqualTo("text 42[\"echoed\"]");
    }

    @Test
    void closesWhenNobodyCanSayWhoMayEnter() throws IOException {
        socket.send("40/rooms,{\"broken\":1}");

        assertThat(socket.next()).startsWith("close 1011 ");
    }

    @Test
    void refusesMoreNamespacesThanMayBe() throws IOException {
        for (var i = 0; i < TestServer.SETTINGS.namespaces() - 1; i++) {
            socket.send("40/n" + i + ",");
            assertThat(socket.next()).startsWith("text 40/n" + i);
        }

        socket.send("40/rooms,");

        assertThat(socket.next()).isEqualTo("text 44/rooms,{\"message\":\"Too many namespaces\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "40",
                "42/rooms,[\"too early\"]",
                "41/rooms,",
                "44{\"message\":\"x\"}",
                "42[\"disconnect\"]",
                "42{}",
                "451000000-",
                "4999",
                "42[\"a\"",
                "4"
            })
    void closesOnWhatIsAgainstTheProtocol(String packet) throws IOException {
        socket.send(packet);

        assertThat(socket.next()).startsWith("close 1002 ");
        await().atMost(PATIENCE).until(() -> main.departures.size() == 1);
    }

    @Test
    void takesNoNoticeOfAnswersToWhatItNeverAsked() throws IOException {
        socket.send("4312[1]");
        socket.send("42[\"echo\"]");

        assertThat(socket.next()).isEqualTo("text 42[\"echoed\"]");
    }

    @Test
    void staysOpenWhenTheApplicationFails() throws IOException {
        socket.send("42[\"fail\"]");
        socket.send("42[\"echo\"]");

        assertThat(socket.next()).isEqualTo("text 42[\"echoed\"]");
    }

    @Test
    void hearsNothingAfterItIsTakenOut() throws IOException {
        socket.send("40/rooms,");
        socket.next();
        var leave = io.flotilla.socket.websocket.ClientFrame.text("42/rooms,[\"leave\"]")
                .bytes();
        var more = io.flotilla.socket.websocket.ClientFrame.text("42/rooms,[\"after\"]")
                .bytes();
        var both = java.util.Arrays.copyOf(leave, leave.length + more.length);
        System.arraycopy(more, 0, both, leave.length, more.length);

        socket.send(both);

        assertThat(socket.next()).isEqualTo("text 41/rooms,");
        assertThat(rooms.events).containsExactly("leave");
    }

    @Test
    void dropsWhatIsEmittedAfterTheEnd() throws IOException {
        var inside = main.sockets.getFirst();
        socket.send("41");
        await().atMost(PATIENCE).until(() -> !inside.isOpen());

        inside.emit("late", TextNode.valueOf("x"));

        socket.send("40");
        assertThat(socket.next()).startsWith("text 40{");
    }

    @Test
    void keepsTheOrderOfOneThread() throws IOException {
        var inside = main.sockets.getFirst();
        var room = Room.empty();
        room.add(inside);
        Thread.ofPlatform().start(() -> {
            for (var i = 0; i < 500; i++) {
                inside.emit("s" + i);
                room.emit(Outgoing.event("/", "r" + i));
            }
        });

        for (var i = 0; i < 500; i++) {
            assertThat(socket.next()).isEqualTo("text 42[\"s" + i + "\"]");
            assertThat(socket.next()).isEqualTo("text 42[\"r" + i + "\"]");
        }
    }

    private TestServer server() {
        var namespaces = new HashMap<String, Namespace>();
        namespaces.put("/", main);
        namespaces.put("/rooms", rooms);
        for (var i = 0; i < 20; i++) {
            namespaces.put("/n" + i, new Recorder());
        }
        return new TestServer(TestServer.SETTINGS, new TestDoor(), namespaces);
    }
}
