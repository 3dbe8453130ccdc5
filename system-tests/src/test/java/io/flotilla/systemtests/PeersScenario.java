package io.flotilla.systemtests;

import static io.flotilla.systemtests.Scenario.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.flotilla.systemtests.faults.FaultyLine;
import io.flotilla.systemtests.peers.Peer;
import io.flotilla.systemtests.peers.PeerProcess;
import io.flotilla.systemtests.peers.PeerSocket;
import io.flotilla.systemtests.peers.ReferenceServer;
import io.flotilla.systemtests.peers.Visit;
import io.flotilla.systemtests.wire.Entrance;
import io.flotilla.systemtests.wire.Wire;
import io.flotilla.systemtests.wire.WireListener;
import io.flotilla.systemtests.wire.WireSocket;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The clients, ours and other people's, against the reference server: what they are used to is known before our own server is tried. */
@Order(1)
final class PeersScenario {
    private static ReferenceServer reference;

    @BeforeAll
    static void start() {
        reference = ReferenceServer.start(Optional.empty());
    }

    @AfterAll
    static void stop() {
        reference.close();
    }

    @Test
    void eachClientTellsAScriptWhatHappensByEveryTransport() {
        for (var peer : peers()) {
            try (peer) {
                for (var transports : List.of(Visit.POLLING, Visit.WEBSOCKET, Visit.UPGRADE)) {
                    var visit = Visit.to(reference.url(), "/study-sessions").by(transports);
                    assertItTells(peer, visit);
                }
            }
        }
    }

    @Test
    void aNodeClientComesBackThroughATornLine() {
        try (var line = FaultyLine.to(reference.url());
                var peer = PeerProcess.node()) {
            var socket = peer.open(Visit.to(line.url(), "/study-sessions")
                    .saying("token", "good")
                    .comingBack());
            patiently().until(() -> socket.newest("authenticated").isPresent());

            line.cut();

            patiently().until(() -> socket.all("authenticated").size() == 2);
            assertThat(socket.story())
                    .containsExactly(":connect", "authenticated", ":disconnect", ":connect", "authenticated");
        }
    }

    @Test
    void ourPlainClientIsOneToo() {
        try (var wire = new Wire()) {
            var heard = new CopyOnWriteArrayList<String>();
            var over = new CompletableFuture<Integer>();
            var socket = wire.open(new Entrance(reference.url(), "/rooms", Map.of(), ""), listener(heard, over))
                    .join();
            assertThat(socket.ask("join", "{\"room\":\"a\"}").join()).startsWith("[{\"ok\":true");
            assertThat(socket.ask("chat.send", "{\"text\":\"" + "x".repeat(70_000) + "\"}")
                            .join())
                    .isEqualTo("[{\"ok\":true}]");
            patiently().until(() -> heard.size() == 1);
            assertThat(heard.getFirst()).startsWith("[\"chat.message\",{").hasSizeGreaterThan(70_000);
            socket.cut();
            patiently().until(over::isDone);
            assertThat(over.join()).isEqualTo(1006);
        }
    }

    private static List<Peer> peers() {
        var peers = new ArrayList<Peer>(List.of(PeerProcess.node(), new JavaPeer()));
        PeerProcess.python().ifPresent(peers::add);
        return peers;
    }

    private static void assertItTells(Peer peer, Visit visit) {
        var nobody = peer.open(visit);
        var stranger = peer.open(visit.saying("token", "bad"));
        var ada = peer.open(visit.saying("token", "good"));
        patiently().untilAsserted(() -> assertThat(ada.story())
                .as(peer + " by " + visit.transports() + " " + ada)
                .contains("authenticated"));
        var wish = new JsonObject();
        wish.addProperty("subjectId", "math-101");
        var answer =
                ada.ask("start-session", wish).orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(answer.get(0).getAsJsonObject().get("ok").getAsBoolean()).isTrue();
        patiently().until(() -> ada.newest("session-started").isPresent());
        for (PeerSocket refused : List.of(nobody, stranger)) {
            patiently().untilAsserted(() -> assertThat(refused.story())
                    .as(peer + " by " + visit.transports() + " " + refused)
                    .contains(":connect", "error"));
            if (peer.isExact()) {
                patiently().untilAsserted(() -> assertThat(refused.story())
                        .containsExactly(":connect", "error", ":disconnect"));
            }
        }
        assertThat(nobody.newest("error").orElseThrow().get("message").getAsString())
                .startsWith("Authentication required.");
        assertThat(stranger.newest("error").orElseThrow().get("message").getAsString())
                .startsWith("Authentication failed.");
        ada.close();
    }

    private static WireListener listener(List<String> heard, CompletableFuture<Integer> over) {
        return new WireListener() {
            @Override
            public void heard(WireSocket socket, Buffer bytes, int from, int to) {
                heard.add(bytes.getString(from, to));
            }

            @Override
            public void over(WireSocket socket, int code) {
                over.complete(code);
            }
        };
    }
}
