package io.flotilla.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Recorder main = new Recorder();
    private final TestServer server = new TestServer(queueOf(200_000), main);
    private final List<RawWebSocket> clients = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        for (var client : clients) {
            client.close();
        }
        server.close();
    }

    @Test
    void tellsEveryMemberTheSameInTheSameOrderHoweverManySpeak() throws Exception {
        var room = roomOf(8);
        var speakers = IntStream.range(0, 4)
                .mapToObj(speaker -> Thread.ofPlatform().start(() -> {
                    for (var i = 0; i < 250; i++) {
                        room.emit(Outgoing.event("/", "n", IntNode.valueOf(1_000 * speaker + i)));
                    }
                }))
                .toList();
        for (var speaker : speakers) {
            speaker.join();
        }

        var first = heard(clients.getFirst(), 1_000);

        assertThat(first).doesNotHaveDuplicates();
        for (var client : clients.subList(1, clients.size())) {
            assertThat(heard(client, 1_000)).isEqualTo(first);
        }
    }

    @Test
    void livesOnAllEventLoops() throws Exception {
        roomOf(8);

        assertThat(main.sockets.stream().map(Socket::context).distinct()).hasSize(2);
    }

    @Test
    void countsToTheUnitWhileManyComeAndGo() throws Exception {
        roomOf(4);
        var room = Room.empty();
        var threads = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    for (var round = 0; round < 2_000; round++) {
                        for (var socket : main.sockets) {
                            room.add(socket);
                            room.remove(socket);
                        }
                    }
                    room.add(main.sockets.get(i));
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
        main.sockets.forEach(room::add);

        assertThat(room.size()).isEqualTo(4);
        assertThat(room.sockets()).containsExactlyInAnyOrderElementsOf(main.sockets);
        room.emit(Outgoing.event("/", "once"));
        for (var client : clients) {
            assertThat(client.next()).isEqualTo("text 42[\"once\"]");
        }
        main.sockets.forEach(room::remove);
        assertThat(room.size()).isZero();
    }

    @Test
    void tellsThoseWhoPassTheFilter() throws Exception {
        var room = roomOf(4);
        var chosen = main.sockets.get(2);

        room.emit(Outgoing.event("/", "secret"), socket -> socket == chosen);
        room.emit(Outgoing.event("/", "all"));

        var first = new ArrayList<String>();
        for (var client : clients) {
            first.add(client.next());
        }
        assertThat(first)
                .containsExactlyInAnyOrder(
                        "text 42[\"secret\"]", "text 42[\"all\"]", "text 42[\"all\"]", "text 42[\"all\"]");
    }

    @Test
    void closesWhoDoesNotReadAndDelaysNobody() throws Exception {
        var room = roomOf(3);
        var slow = RawWebSocket.narrow(server.port(), "EIO=4&transport=websocket");
        clients.add(slow);
        slow.send("40");
        await().atMost(PATIENCE).until(() -> main.sockets.size() == 4);
        var lazy = main.sockets.getLast();
        room.add(lazy);
        var kilobytes = TextNode.valueOf("x".repeat(20_000));

        for (var i = 0; i < 1_000; i++) {
            room.emit(Outgoing.event("/", "n", IntNode.valueOf(i), kilobytes));
            for (var client : clients.subList(0, 3)) {
                assertThat(client.next()).startsWith("text 42[\"n\"," + i);
            }
        }

        await().atMost(PATIENCE).until(() -> !lazy.isOpen());
        assertThat(main.departures).hasSize(1);
        assertThat(main.sockets).hasSize(3);
    }

    @Test
    void closesWhoDoesNotPoll() throws Exception {
        var polls = Polls.entered(server.port());
        await().atMost(PATIENCE).until(() -> main.sockets.size() == 1);
        var lazy = main.sockets.getFirst();
        var room = Room.empty();
        room.add(lazy);

        for (var i = 0; i < 20; i++) {
            room.emit(Outgoing.event("/", "n", TextNode.valueOf("x".repeat(20_000))));
        }

        await().atMost(PATIENCE).until(() -> !lazy.isOpen());
        assertThat(polls.get(polls.query()).statusCode()).isEqualTo(400);
    }

    @Test
    void sparesWhoIsBehindWhatTheNextMakesOld() throws Exception {
        var room = roomOf(1);
        var slow = RawWebSocket.narrow(server.port(), "EIO=4&transport=websocket");
        clients.add(slow);
        slow.send("40");
        await().atMost(PATIENCE).until(() -> main.sockets.size() == 2);
        var lazy = main.sockets.getLast();
        room.add(lazy);
        var some = TextNode.valueOf("x".repeat(2_000));

        for (var i = 0; i < 10_000; i++) {
            room.emitVolatile(Outgoing.event("/", "cursor", some), socket -> true);
            if (i % 10 == 0) {
                assertThat(clients.getFirst().next()).startsWith("text 42[\"cursor\"");
            }
        }

        assertThat(lazy.isOpen()).isTrue();
        assertThat(lazy.pending()).isLessThan(100_000);
    }

    private Room roomOf(int count) throws IOException {
        for (var i = 0; i < count; i++) {
            clients.add(RawWebSocket.entered(server.port()));
        }
        await().atMost(PATIENCE).until(() -> main.sockets.size() == count);
        var room = Room.empty();
        main.sockets.forEach(room::add);
        return room;
    }

    private static List<String> heard(RawWebSocket client, int count) throws IOException {
        var heard = new ArrayList<String>();
        while (heard.size() < count) {
            heard.add(client.next());
        }
        return heard;
    }

    private static EngineSettings queueOf(long bytes) {
        var usual = TestServer.SETTINGS;
        return new EngineSettings(
                usual.pingInterval(),
                usual.pingTimeout(),
                usual.maxPayload(),
                usual.upgradeTimeout(),
                usual.connectTimeout(),
                bytes,
                usual.namespaces());
    }
}
