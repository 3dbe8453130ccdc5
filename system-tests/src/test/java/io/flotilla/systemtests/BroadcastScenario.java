package io.flotilla.systemtests;

import static io.flotilla.systemtests.Harbour.json;
import static io.flotilla.systemtests.Scenario.patiently;
import static io.flotilla.systemtests.Scenario.veryPatiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.flotilla.systemtests.api.Answer;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.peers.PeerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** An administrator speaks to sockets on two nodes, and is told who heard it. */
@Order(25)
final class BroadcastScenario extends SocketScenario {
    @Test
    void usersAreReachedOnEveryNodeAndNobodyElse() {
        var admin = harbour().admin();
        var ada = harbour().account();
        var sockets = List.of(listen(ada, 0), listen(ada, 1));
        var stranger = listen(harbour().account(), 1);

        var answer = broadcast(admin, json("users", array(Harbour.userId(ada))), "for Ada");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("delivered").getAsInt()).isEqualTo(2);
        assertThat(answer.json().get("partial").getAsBoolean()).isFalse();
        for (var socket : sockets) {
            assertThat(awaitEvent(socket, "notice").get("message").getAsString())
                    .isEqualTo("for Ada");
        }
        broadcast(admin, json("all", true), "for all");
        patiently().untilAsserted(() -> assertThat(stranger.all("notice"))
                .extracting(Object::toString)
                .containsExactly("{\"message\":\"for all\"}"));
    }

    @Test
    void anEmptyTargetIsAnErrorAndStrangersMayNotSpeak() {
        var admin = harbour().admin();
        var ada = harbour().account();

        assertThat(broadcast(admin, json("users", new JsonArray()), "nobody").status())
                .isEqualTo(422);
        assertThat(broadcast(admin, new JsonObject(), "nobody").status()).isEqualTo(422);
        assertThat(broadcast(ada, json("all", true), "me").status()).isEqualTo(403);
        assertThat(ada.get("/api/realtime/connections").status()).isEqualTo(403);
    }

    @Test
    void aNodeThatHangsIsReportedAndNotGuessed() {
        var admin = harbour().admin();
        var ada = harbour().account();
        var here = listen(ada, 0);
        var there = listen(ada, 1);

        flotilla().freeze(Harbour.SECOND_GATEWAY);
        Answer answer;
        try {
            answer = broadcast(admin, json("users", array(Harbour.userId(ada))), "half");
        } finally {
            flotilla().thaw(Harbour.SECOND_GATEWAY);
        }

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("partial").getAsBoolean()).isTrue();
        assertThat(answer.json().getAsJsonArray("nodes").toString()).contains("\"error\"");
        awaitEvent(here, "notice");
        veryPatiently().until(() -> whole(admin));
        assertThat(there.story()).as(there.toString()).contains("hello");
    }

    @Test
    void countsAreRightOnTwoNodesAfterManyCameAndWent() {
        var admin = harbour().admin();
        var people =
                IntStream.range(0, 4).mapToObj(number -> harbour().account()).toList();
        patiently().until(() -> whole(admin));
        var before = counts(admin);

        for (int round = 0; round < 5; round++) {
            var sockets = IntStream.range(0, 20)
                    .mapToObj(number -> listen(people.get(number % 4), number))
                    .toList();
            assertThat(counts(admin).get("connections").getAsInt())
                    .isEqualTo(before.get("connections").getAsInt() + 20);
            assertThat(counts(admin).get("users").getAsInt())
                    .isEqualTo(before.get("users").getAsInt() + 4);
            sockets.forEach(PeerSocket::close);
            patiently().untilAsserted(() -> assertThat(counts(admin).get("connections"))
                    .isEqualTo(before.get("connections")));
        }

        assertThat(counts(admin).get("users")).isEqualTo(before.get("users"));
    }

    private PeerSocket listen(ApiVisitor person, int node) {
        var socket = harbour().npm.open(Harbour.visit(person, harbour().node(node), "/sessions"));
        awaitEvent(socket, "hello");
        return socket;
    }

    private static Answer broadcast(ApiVisitor speaker, JsonObject target, String message) {
        return speaker.post(
                "/api/realtime/broadcast",
                json("target", target, "event", "notice", "data", json("message", message))
                        .toString());
    }

    private static JsonObject counts(ApiVisitor admin) {
        return Harbour.expect(admin.get("/api/realtime/connections"), 200).json();
    }

    private static boolean whole(ApiVisitor admin) {
        var counts = counts(admin);
        return !counts.get("partial").getAsBoolean()
                && counts.getAsJsonArray("nodes").size() == 2;
    }

    private static JsonArray array(String... values) {
        var array = new JsonArray();
        List.of(values).forEach(array::add);
        return array;
    }
}
