package io.flotilla.systemtests;

import static io.flotilla.systemtests.Harbour.json;
import static io.flotilla.systemtests.Scenario.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.peers.Peer;
import io.flotilla.systemtests.peers.PeerProcess;
import io.flotilla.systemtests.peers.PeerSocket;
import io.flotilla.systemtests.peers.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A script of ten lines for study sessions, written against another server, works here with three libraries that are not ours. */
@Order(20)
final class ClientsScenario extends SocketScenario {
    private static final String NAMESPACE = "/study-sessions";

    enum Library {
        NODE,
        JAVA,
        PYTHON;

        Optional<? extends Peer> peer() {
            return switch (this) {
                case NODE -> Optional.of(PeerProcess.node());
                case JAVA -> Optional.of(new JavaPeer());
                case PYTHON -> PeerProcess.python();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void theScriptWorksByEveryTransport(Library library) {
        try (var peer = peer(library)) {
            for (var transports : List.of(Visit.POLLING, Visit.WEBSOCKET, Visit.UPGRADE)) {
                var ada = harbour().account();
                var visit = Visit.to(flotilla().url(), NAMESPACE).by(transports).saying("token", Harbour.token(ada));
                playTheScript(peer, visit, ada);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWayToSayWhoOneIsIsUnderstood(Library library) {
        var ada = harbour().account();
        var token = Harbour.token(ada);
        var door = flotilla().url();
        var plain = Visit.to(door, NAMESPACE);
        var userId = Harbour.userId(ada);
        try (var peer = peer(library)) {
            for (var visit : List.of(
                    plain.saying("token", token),
                    plain.saying("token", Harbour.ticket(ada)),
                    plain.withHeaders(Map.of("Authorization", "Bearer " + token)),
                    plain.withQuery(Map.of("token", token)),
                    plain.withQuery(Map.of("token", Harbour.ticket(ada))),
                    Harbour.visit(ada, door, NAMESPACE))) {
                var socket = peer.open(visit);
                var authenticated = awaitEvent(socket, "authenticated");
                assertThat(authenticated.get("userId").getAsString())
                        .as(visit.toString())
                        .isEqualTo(userId);
                if (peer.isExact()) {
                    assertThat(socket.story()).startsWith(":connect", "authenticated");
                }
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoShowsNothingOrSomethingBadIsToldAndPutOut(Library library) {
        var plain = Visit.to(flotilla().url(), NAMESPACE);
        var spent = Harbour.ticket(harbour().account());
        try (var peer = peer(library)) {
            var first = peer.open(plain.saying("token", spent));
            awaitEvent(first, "authenticated");
            assertPutOut(peer, plain, "Authentication required.");
            assertPutOut(peer, plain.saying("token", "not-a-token"), "Authentication failed.");
            assertPutOut(peer, plain.saying("token", spent), "Authentication failed.");
            assertPutOut(peer, plain.by(Visit.POLLING), "Authentication required.");
            first.close();
        }
    }

    private static void playTheScript(Peer peer, Visit visit, ApiVisitor ada) {
        var socket = peer.open(visit);
        assertThat(awaitEvent(socket, "authenticated").get("email").getAsString())
                .as("her own")
                .endsWith("@example.org");

        var started = done(socket, "start-session", json("subjectId", "math-101", "type", "pomodoro"))
                .getAsJsonObject("session");
        var id = json("sessionId", started.get("id").getAsString());

        assertThat(awaitEvent(socket, "session-started").get("subjectId").getAsString())
                .isEqualTo("math-101");
        assertThat(awaitEvent(socket, "timer-update").get("sessionId")).isEqualTo(id.get("sessionId"));
        done(socket, "pause-session", id);
        awaitEvent(socket, "session-paused");
        done(socket, "resume-session", id);
        awaitEvent(socket, "session-resumed");
        id.addProperty("notes", "two pages");
        done(socket, "end-session", id);
        assertThat(awaitEvent(socket, "session-ended").get("notes").getAsString())
                .isEqualTo("two pages");
        assertThat(socket.all("error")).isEmpty();
        assertForeignIdsAreRefused(socket);
        if (peer.isExact()) {
            assertThat(socket.story())
                    .containsSubsequence(
                            ":connect",
                            "authenticated",
                            "session-started",
                            "session-paused",
                            "session-resumed",
                            "session-ended");
        }
        assertThat(ada.get("/api/study-sessions").body()).contains("two pages");
        socket.close();
    }

    private static void assertForeignIdsAreRefused(PeerSocket socket) {
        var foreign = json("sessionId", "11111111-2222-3333-4444-555555555555");
        var error = ask(socket, "pause-session", foreign).getAsJsonObject("error");
        assertThat(error.get("message").getAsString())
                .isEqualTo("Session not found or you do not have permission to pause it");
        assertThat(awaitEvent(socket, "error").get("message").getAsString())
                .isEqualTo("Session not found or you do not have permission to pause it");
    }

    private static void assertPutOut(Peer peer, Visit visit, String message) {
        var socket = peer.open(visit);
        assertThat(awaitEvent(socket, "error").get("message").getAsString()).startsWith(message);
        if (peer.isExact()) {
            patiently().untilAsserted(() -> assertThat(socket.story())
                    .as(socket.toString())
                    .containsExactly(":connect", "error", ":disconnect"));
        }
        socket.close();
    }

    private static Peer peer(Library library) {
        var peer = library.peer();
        assumeTrue(peer.isPresent(), "LEFT OUT: " + library + " is not installed; apt-get install python3-socketio");
        return peer.orElseThrow();
    }
}
