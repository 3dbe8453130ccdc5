package io.flotilla.systemtests;

import static io.flotilla.systemtests.Harbour.json;
import static io.flotilla.systemtests.Scenario.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.flotilla.systemtests.Harbour.Shared;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.faults.FaultyLine;
import io.flotilla.systemtests.peers.PeerSocket;
import io.flotilla.systemtests.peers.Visit;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One room, its people on two nodes, with the official client. */
@Order(22)
final class RoomScenario extends SocketScenario {
    private Shared shared;

    @BeforeEach
    void share() {
        shared = harbour().share();
    }

    @AfterEach
    void end() {
        shared.close();
    }

    @Test
    void aSnapshotFirstThenWhatHappens() {
        var ada = enter(shared.owner(), 0);
        var ben = enter(shared.guest(), 1);

        assertThat(ben.snapshot().getAsJsonArray("participants")).hasSize(2);
        assertThat(names(ben.snapshot())).contains(ada.id(), ben.id());
        patiently().untilAsserted(() -> assertThat(ada.socket().all("presence"))
                .as(ada.socket().toString())
                .anyMatch(presence -> presence.toString().contains(ben.id())));
        var sent = done(ada.socket(), "chat.send", json("id", "c1", "text", "Hello, <b>Ben</b>"))
                .getAsJsonObject("message");
        var heard = awaitEvent(ben.socket(), "chat.message");
        assertThat(heard.get("text").getAsString()).isEqualTo("Hello, <b>Ben</b>");
        assertThat(heard.get("id")).isEqualTo(sent.get("id"));
        assertThat(enter(shared.guest(), 1).snapshot().getAsJsonObject("chat").toString())
                .contains("Hello, ");
        ben.socket().close();
        patiently()
                .untilAsserted(() ->
                        assertThat(ada.socket().newest("presence").toString()).contains("left", ben.id()));
    }

    @Test
    void aMessageSaidAgainWithItsIdIsStoredOnce() {
        var ada = enter(shared.owner(), 0);
        var alsoAda = enter(shared.owner(), 1);
        var message = json("id", "again-1", "text", "only once");

        var answers = Stream.of(ada, alsoAda, ada, alsoAda)
                .map(member -> done(member.socket(), "chat.send", message).getAsJsonObject("message"))
                .toList();

        assertThat(answers)
                .extracting(answer -> answer.get("id"))
                .containsOnly(answers.getFirst().get("id"));
        var other = done(ada.socket(), "chat.send", json("id", "again-1", "text", "something else"));
        assertThat(other.getAsJsonObject("message").get("text").getAsString())
                .as("its first text stands")
                .isEqualTo("only once");
        var history = done(ada.socket(), "chat.history", json("limit", 100)).getAsJsonArray("messages");
        assertThat(history).hasSize(1);
    }

    @Test
    void cursorsReachTheOthersAndNotOneself() {
        var ada = enter(shared.owner(), 0);
        var ben = enter(shared.guest(), 1);
        var move = json("x", 0.25, "y", 0.75);

        patiently().untilAsserted(() -> {
            ada.socket().tell("cursor", move);
            assertThat(ben.socket().newest("cursors").toString()).contains(ada.id(), "0.25", "0.75");
        });

        ben.socket().tell("reaction", json("emoji", "🎉"));
        assertThat(awaitEvent(ada.socket(), "reaction").get("participantId").getAsString())
                .isEqualTo(ben.id());
        assertThat(ada.socket().all("cursors").toString()).doesNotContain(ada.id());
    }

    @Test
    void howeverManyGraspAtOnceOnBothNodesOneHolds() {
        var ada = enter(shared.owner(), 0);
        var guests = IntStream.range(0, 4)
                .mapToObj(number -> enter(shared.guest(), number))
                .toList();
        for (var guest : guests) {
            done(
                    ada.socket(),
                    "role.set",
                    json("id", "r-" + guest.id(), "participantId", guest.id(), "role", "controller"));
        }
        done(ada.socket(), "control.mode", json("id", "m1", "mode", "single"));
        for (var guest : guests) {
            patiently().untilAsserted(() -> assertThat(
                            guest.socket().newest("control").toString())
                    .contains("\"single\""));
        }

        var grasps = guests.stream()
                .flatMap(guest -> IntStream.range(0, 5).mapToObj(number -> guest.socket()
                        .ask("control.request", json("id", "q" + number + guest.id()))))
                .toList();
        var holders = grasps.stream()
                .map(grasp -> grasp.join().get(0).getAsJsonObject())
                .map(answer -> answer.getAsJsonObject("control"))
                .toList();

        assertThat(holders)
                .as("nobody was ever told of another holder")
                .extracting(control -> control.get("holder"))
                .containsOnly(holders.getFirst().get("holder"));
        var holder = holders.getFirst().get("holder");
        for (var guest : guests) {
            patiently().untilAsserted(() -> assertThat(
                            guest.socket().newest("control").map(control -> control.get("holder")))
                    .contains(holder));
            var versions = guest.socket().all("control").stream()
                    .map(JsonElement::getAsJsonObject)
                    .map(control -> control.get("version").getAsLong())
                    .toList();
            assertThat(versions).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void theBannedAreOutOnBothNodesWithinASecondAndRecoveryDoesNotLetThemBackIn() {
        var ada = enter(shared.owner(), 0);
        var guest = shared.guest();
        try (var line = FaultyLine.to(harbour().node(1))) {
            var here = enter(guest, 0);
            var there = enter(Harbour.visit(guest, line.url(), "/rooms").comingBack());

            done(ada.socket(), "ban", json("id", "b1", "participantId", here.id()));
            var banned = System.nanoTime();
            for (var member : List.of(here, there)) {
                assertThat(awaitEvent(member.socket(), "gone").get("reason").getAsString())
                        .isEqualTo("banned");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - banned)).isLessThan(Duration.ofSeconds(1));

            line.cut();
            patiently()
                    .until(() -> there.socket().story().stream()
                                    .filter(":connect"::equals)
                                    .count()
                            == 2);
            assertThat(there.socket()
                            .state(":connect")
                            .orElseThrow()
                            .get("recovered")
                            .getAsBoolean())
                    .isFalse();
            done(ada.socket(), "chat.send", json("id", "secret", "text", "not for the banned"));
            var back = ask(there.socket(), "join", json("room", shared.id()));
            assertThat(back.get("ok").getAsBoolean()).as(back.toString()).isFalse();
            assertThat(there.socket().toString() + here.socket()).doesNotContain("not for the banned");
            assertThat(guest.join(shared.id()).status()).isEqualTo(403);
        }
    }

    @Test
    void theOfficialClientContinuesWhereItsLineWasTornOnAnyNode() {
        var ada = enter(shared.owner(), 0);
        try (var line = FaultyLine.to(harbour().node(1))) {
            var ben = enter(Harbour.visit(shared.guest(), line.url(), "/rooms").comingBack());
            done(ada.socket(), "chat.send", json("id", "one", "text", "one"));
            awaitEvent(ben.socket(), "chat.message");

            line.refuse(true);
            line.cut();
            patiently().until(() -> !ben.socket().isConnected());
            for (var text : List.of("two", "three")) {
                done(ada.socket(), "chat.send", json("id", text, "text", text));
            }
            line.refuse(false);

            patiently().untilAsserted(() -> assertThat(texts(ben.socket()))
                    .as(ben.socket().toString())
                    .containsExactly("one", "two", "three"));
            assertThat(ben.socket()
                            .state(":connect")
                            .orElseThrow()
                            .get("recovered")
                            .getAsBoolean())
                    .isTrue();
        }
    }

    /** Somebody in the room, with the snapshot she got. */
    private record Member(PeerSocket socket, JsonObject snapshot) {
        String id() {
            return snapshot.getAsJsonObject("you").get("participantId").getAsString();
        }
    }

    private Member enter(ApiVisitor person, int node) {
        return enter(Harbour.visit(person, harbour().node(node), "/rooms"));
    }

    private Member enter(Visit visit) {
        var socket = harbour().npm.open(visit);
        return new Member(socket, done(socket, "join", json("room", shared.id())));
    }

    private static List<String> names(JsonObject snapshot) {
        return snapshot.getAsJsonArray("participants").asList().stream()
                .map(one -> one.getAsJsonObject().get("participantId").getAsString())
                .toList();
    }

    private static List<String> texts(PeerSocket socket) {
        return socket.all("chat.message").stream()
                .map(message -> message.getAsJsonObject().get("text").getAsString())
                .toList();
    }
}
