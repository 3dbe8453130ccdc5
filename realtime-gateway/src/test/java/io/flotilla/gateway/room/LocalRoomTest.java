package io.flotilla.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.FakeSocket;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.gateway.roomlog.InMemoryRoomLog;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.kit.id.SequentialIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalRoomTest {
    private final InMemoryRoomLog log = new InMemoryRoomLog(new SequentialIds(), 100);
    private final List<Runnable> whileReading = new ArrayList<>();
    private long shown;
    private final SnapshotPart chat = new SnapshotPart() {
        @Override
        public long add(LocalRoom room, String userId, ObjectNode snapshot) {
            snapshot.put("chat", "newest is " + shown);
            whileReading.forEach(Runnable::run);
            return shown;
        }
    };
    private final LocalRoom here = room("here");
    private final LocalRoom there = room("there");

    @BeforeEach
    void open() {
        await().pollDelay(Duration.ZERO);
        here.open();
        there.open();
    }

    @Test
    void aSnapshotComesFirstThenWhatHappensInTheSameOrderOnAllNodes() {
        var ada = admitted(here, "ada");
        var bob = admitted(there, "bob");

        for (int i = 0; i < 20; i++) {
            (i % 2 == 0 ? here : there).append("id-" + i, "event-" + i, Json.object());
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ada.heard()).hasSize(21));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bob.heard()).isEqualTo(ada.heard()));
        assertThat(ada.heard()).startsWith("snapshot", "event-0", "event-1");
    }

    @Test
    void whatHappensWhileTheSnapshotIsReadIsToldOnceAfterIt() {
        whileReading.add(() -> there.append("a", "meanwhile", Json.object()));

        var ada = admitted(here, "ada");
        here.append("b", "after", Json.object());

        heard(ada, "snapshot", "meanwhile", "after");
    }

    @Test
    void aNumberedEventThatTheSnapshotShowsIsNotToldAgain() {
        shown = 7;
        var ada = admitted(here, "ada");

        here.append("late", "chat.message", Json.object().put("number", 7));
        here.append("next", "chat.other", Json.object().put("number", 8));
        here.append("gone", "chat.deleted", Json.object().put("number", 7).put("deleted", true));

        heard(ada, "snapshot", "chat.other", "chat.deleted");
    }

    @Test
    void whoComesBackIsToldWhatWasMissedOnAnotherNodeToo() {
        var start = log.head("vms-1");
        here.append("a", "first", Json.object());
        here.append("b", "second", Json.object());
        var bob = new FakeSocket("bob", "/rooms", FakeSocket.handshakeOf());
        var answer = new AtomicReference<@Nullable ObjectNode>();

        var recovered = there.resume(seat(there, bob), new Position(start.epoch(), 1), answer::set);
        there.append("c", "third", Json.object());

        assertThat(recovered).isTrue();
        assertThat(answer.get().path("recovered").asBoolean()).isTrue();
        assertThat(answer.get().path("missed").asInt()).isEqualTo(1);
        assertThat(answer.get().has("chat")).isFalse();
        heard(bob, "second", "third");
    }

    @Test
    void nobodyIsToldThatNothingWasMissedWhenNobodyKnows() {
        here.append("a", "first", Json.object());

        assertThat(here.resume(
                        seat(here, new FakeSocket("bob", "/rooms", FakeSocket.handshakeOf())),
                        new Position("older", 1),
                        answer -> {}))
                .isFalse();
    }

    @Test
    void whenTheLogIsLostEveryoneIsToldAnewBeforeAnythingElse() {
        var ada = admitted(here, "ada");
        here.append("a", "first", Json.object());
        heard(ada, "snapshot", "first");
        log.forget();

        here.append("b", "second", Json.object());
        here.append("c", "third", Json.object());

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ada.heard()).contains("resync"));
        // The snapshot shows what it shows; what comes after it comes once.
        here.append("d", "fourth", Json.object());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ada.heard()).endsWith("fourth"));
        assertThat(ada.heard().subList(0, 3)).containsExactly("snapshot", "first", "resync");
        assertThat(ada.heard()).doesNotHaveDuplicates();
    }

    @Test
    void whoIsOutHearsNothingMore() {
        var ada = new FakeSocket("ada", "/rooms", FakeSocket.handshakeOf());
        var seat = seat(here, ada);
        here.admit(seat, answer -> {});
        var bob = admitted(here, "bob");

        seat.close(CloseCode.KICKED, "kicked");
        here.append("a", "after", Json.object());

        heard(bob, "snapshot", "after");
        assertThat(ada.heard()).isEmpty();
        assertThat(here.seats()).hasSize(1);
    }

    @Test
    void whoWasThrownOutBeforeComingInStaysOut() {
        var ada = new FakeSocket("ada", "/rooms", FakeSocket.handshakeOf());
        var seat = seat(here, ada);
        seat.close(CloseCode.BANNED, "banned");

        here.admit(seat, answer -> {});
        here.append("a", "after", Json.object());

        heard(admitted(here, "bob"), "snapshot");
        assertThat(ada.heard()).isEmpty();
        assertThat(here.seats()).hasSize(1);
    }

    @Test
    void theOthersHearWhoCameAndWhoLeft() {
        var ada = admitted(here, "ada");

        here.people(List.of(new Person("p-ada", "Ada", Role.OWNER, 1)));
        here.people(List.of(new Person("p-ada", "Ada", Role.OWNER, 1), new Person("p-bob", "Bob", Role.VIEWER, 1)));
        here.people(List.of(new Person("p-ada", "Ada", Role.OWNER, 1), new Person("p-bob", "Bob", Role.VIEWER, 1)));

        heard(ada, "snapshot", "presence", "presence");
    }

    private static void heard(FakeSocket socket, String... names) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(socket.heard()).containsExactly(names));
    }

    private static FakeSocket admitted(LocalRoom room, String name) {
        var socket = new FakeSocket(name, "/rooms", FakeSocket.handshakeOf());
        room.admit(seat(room, socket), answer -> socket.emit("snapshot"));
        return socket;
    }

    private static RoomSeat seat(LocalRoom room, FakeSocket socket) {
        var taker = new RoomSeat.Taker("u-" + socket.id(), "p-" + socket.id(), socket.id(), Role.CONTROLLER);
        return new RoomSeat(room, socket, taker, Instant.EPOCH, new RoomSeat.Keeper() {
            @Override
            public void changed(RoomSeat seat) {}

            @Override
            public void gone(RoomSeat seat, @Nullable ObjectNode farewell) {
                seat.room().leave(seat);
            }
        });
    }

    private LocalRoom room(String node) {
        var around = new Surroundings(log, List.of(chat), new CopyOnWriteArrayList<>(), () -> Instant.EPOCH, node);
        return new LocalRoom("vms-1", "vm-1", around);
    }
}
