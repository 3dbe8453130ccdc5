package io.flotilla.systemtests;

import static io.flotilla.systemtests.Harbour.json;
import static io.flotilla.systemtests.Scenario.patiently;
import static io.flotilla.systemtests.Scenario.veryPatiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.peers.PeerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Study sessions on two nodes. */
@Order(21)
final class StudyScenario extends SocketScenario {
    @Test
    void manyStartsAtOnceOnBothNodesAreOneSession() {
        var ada = harbour().account();
        var sockets =
                IntStream.range(0, 4).mapToObj(number -> open(ada, number)).toList();
        var wish = json("subjectId", "math-101", "type", "free");

        var answers = IntStream.range(0, 12)
                .mapToObj(number -> sockets.get(number % 4).ask("start-session", wish))
                .map(CompletableFuture::join)
                .map(answer -> answer.get(0).getAsJsonObject())
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get("ok").getAsBoolean())
                .as("the same wish is a double click: " + answer)
                .isTrue());
        assertThat(answers)
                .extracting(
                        answer -> answer.getAsJsonObject("session").get("id").getAsString())
                .containsOnly(
                        answers.getFirst().getAsJsonObject("session").get("id").getAsString());
        for (var socket : sockets) {
            awaitEvent(socket, "timer-update");
            assertThat(socket.all("session-started")).as(socket.toString()).hasSize(1);
        }
        assertThat(sessions(ada)).hasSize(1);
        end(sockets);
    }

    @Test
    void whoDropsOutIsPausedAfterTheGraceAndResumesOnAnotherNode() {
        var ada = harbour().account();
        var desk = open(ada, 0);
        done(desk, "start-session", json("subjectId", "math-101", "type", "free"));
        patiently().until(() -> desk.all("timer-update").size() >= 2);

        desk.close();

        veryPatiently().untilAsserted(() -> assertThat(newest(ada).get("status").getAsString())
                .isEqualTo("paused"));
        var paused = newest(ada);
        assertThat(paused.get("pauseReason").getAsString()).isEqualTo("disconnected");
        var ran = paused.get("duration").getAsInt();
        assertThat(ran).as("the grace is not counted").isBetween(2, 8);
        var phone = open(ada, 1);
        var shown = awaitEvent(phone, "session-state").getAsJsonObject("session");
        assertThat(shown.get("id")).isEqualTo(paused.get("id"));
        done(phone, "resume-session", json("sessionId", paused.get("id")));
        patiently().untilAsserted(() -> assertThat(phone.newest("timer-update")
                        .map(update -> update.get("duration").getAsInt()))
                .contains(ran + 1));
        end(List.of(phone));
    }

    @Test
    void aNodeThatDiesStopsNobodysClock() {
        var ada = harbour().account();
        var survivor = open(ada, 0);
        var doomed = open(ada, 1);
        done(doomed, "start-session", json("subjectId", "math-101", "type", "free"));
        patiently().until(() -> seconds(survivor).size() >= 2 && seconds(doomed).size() >= 2);

        flotilla().kill(Harbour.SECOND_GATEWAY);
        var died = System.nanoTime();
        var moved = open(ada, 0);
        patiently().until(() -> !seconds(moved).isEmpty());

        assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(Duration.ofSeconds(3));
        var last = seconds(moved).getLast();
        patiently().until(() -> seconds(survivor).getLast() >= last + 3);
        assertEverySecondOnce(survivor);
        assertEverySecondOnce(moved);
        end(List.of(moved));
        untilBothNodesAreWell();
    }

    @Test
    void aSharedTimerIsHeardByTheRoomAndObeysItsOwner() {
        try (var shared = harbour().share()) {
            var owner = open(shared.owner(), 0);
            var guest = open(shared.guest(), 1);
            var started = done(
                            owner,
                            "start-session",
                            json("subjectId", "together", "type", "pomodoro", "vmSessionId", shared.id()))
                    .getAsJsonObject("session");
            var id = json("sessionId", started.get("id"));

            assertThat(awaitEvent(guest, "session-started").get("id")).isEqualTo(started.get("id"));
            awaitEvent(guest, "timer-update");
            var refused = ask(guest, "pause-session", id);
            assertThat(refused.get("ok").getAsBoolean()).as(refused.toString()).isFalse();
            done(owner, "end-session", id);
            awaitEvent(guest, "session-ended");
        }
    }

    private PeerSocket open(ApiVisitor person, int node) {
        var door = harbour().node(node);
        var socket = harbour().npm.open(Harbour.visit(person, door, "/study-sessions"));
        awaitEvent(socket, "session-state");
        return socket;
    }

    private static JsonArray sessions(ApiVisitor person) {
        return Harbour.expect(person.get("/api/study-sessions"), 200).json().getAsJsonArray("sessions");
    }

    private static JsonObject newest(ApiVisitor person) {
        return sessions(person).get(0).getAsJsonObject();
    }

    private static List<Integer> seconds(PeerSocket socket) {
        return socket.all("timer-update").stream()
                .map(update -> update.getAsJsonObject().get("duration").getAsInt())
                .toList();
    }

    private static void assertEverySecondOnce(PeerSocket socket) {
        var seconds = seconds(socket);
        assertThat(seconds)
                .as("every second once, in order")
                .isEqualTo(IntStream.rangeClosed(seconds.getFirst(), seconds.getLast())
                        .boxed()
                        .toList());
    }

    private static void end(List<PeerSocket> sockets) {
        var id = sockets.getFirst().newest("timer-update").orElseThrow().get("sessionId");
        done(sockets.getFirst(), "end-session", json("sessionId", id));
        sockets.forEach(PeerSocket::close);
    }
}
