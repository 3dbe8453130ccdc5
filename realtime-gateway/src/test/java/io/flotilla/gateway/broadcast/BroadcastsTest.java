package io.flotilla.gateway.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.FakeSocket;
import io.flotilla.gateway.cluster.Answers;
import io.flotilla.gateway.cluster.InMemoryCluster;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Proof;
import io.flotilla.gateway.registry.Registry;
import io.flotilla.kit.id.SequentialIds;
import io.flotilla.socket.Handshake;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two nodes, each with sockets of its own. */
class BroadcastsTest {
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final Registry here = new Registry();
    private final Registry there = new Registry();
    private final Broadcasts broadcasts = node("here", here);

    BroadcastsTest() {
        node("there", there);
    }

    @Test
    void eachTargetIsReachedOnWhicheverNodeItIs() {
        var ada = open(here, "/sessions", "ada", "g-1");
        var adasPhone = open(there, "/sessions", "ada", "g-1");
        var eve = open(there, "/sessions", "eve", "g-2");
        there.enter(eve, "r-1");

        assertThat(delivered(send(new Target.Users(Set.of("ada"))))).isEqualTo(2);
        assertThat(delivered(send(new Target.Groups(Set.of("g-2"))))).isEqualTo(1);
        assertThat(delivered(send(new Target.Room("r-1")))).isEqualTo(1);
        assertThat(delivered(send(new Target.Room("r-2")))).isZero();
        assertThat(delivered(send(new Target.All()))).isEqualTo(3);

        assertThat(ada.heard()).hasSize(2);
        assertThat(adasPhone.heard()).hasSize(2);
        assertThat(eve.heard()).hasSize(3);
    }

    @Test
    void aConnectionHearsItOnceInWhatEveryPageListensTo() {
        var tab = FakeSocket.handshakeOf();
        var room = open(here, "/rooms", "ada", tab);
        var sessions = open(here, "/sessions", "ada", tab);
        var study = open(here, "/study-sessions", "ada", tab);
        var app = open(here, "/study-sessions", "ada", FakeSocket.handshakeOf());

        var answers = send(new Target.All());

        assertThat(delivered(answers)).isEqualTo(2);
        assertThat(sessions.heard()).containsExactly("notice");
        assertThat(app.heard()).containsExactly("notice");
        assertThat(room.heard()).isEmpty();
        assertThat(study.heard()).isEmpty();

        broadcasts.send(new Broadcast("b", new Target.All(), "/rooms", "notice", null, Filter.NONE));
        assertThat(room.heard()).containsExactly("notice");
    }

    @Test
    void theFilterLeavesOut() {
        var ada = open(here, "/sessions", "ada", "g");
        var eve = open(there, "/sessions", "eve", "g");
        var admin = open(there, "/sessions", "root", "g", "admin");

        broadcasts.send(new Broadcast(
                "1", new Target.All(), null, "a", null, new Filter(Set.of("user"), Set.of("eve"), Set.of())));
        broadcasts.send(new Broadcast(
                "2", new Target.All(), null, "b", null, new Filter(Set.of(), Set.of(), Set.of(ada.id()))));

        assertThat(ada.heard()).containsExactly("a");
        assertThat(eve.heard()).containsExactly("b");
        assertThat(admin.heard()).containsExactly("b");
    }

    @Test
    void theSameIdIsSaidOnceAndANodeThatFailedGetsAnotherChance() {
        var ada = open(here, "/sessions", "ada", "g");
        var broadcast = new Broadcast("b-1", new Target.All(), null, "notice", null, Filter.NONE);
        cluster.freeze("there");

        var first = broadcasts.send(broadcast);
        node("there", there);
        var eve = open(there, "/sessions", "eve", "g");
        var second = broadcasts.send(broadcast);

        assertThat(first.failed()).isEqualTo(Map.of("there", Answers.SILENT));
        assertThat(delivered(first)).isEqualTo(1);
        assertThat(second.isPartial()).isFalse();
        assertThat(delivered(second)).isEqualTo(2);
        assertThat(ada.heard()).hasSize(1);
        assertThat(eve.heard()).hasSize(1);
    }

    @Test
    void oneThatIsGoneIsNotCountedAndHoldsNobodyUp() {
        var gone = open(here, "/sessions", "ada", "g");
        gone.disconnect();
        var open = open(here, "/sessions", "ada", "g");

        assertThat(delivered(send(new Target.Users(Set.of("ada"))))).isEqualTo(1);
        assertThat(open.heard()).hasSize(1);
    }

    private Answers send(Target target) {
        return broadcasts.send(target, "notice", null);
    }

    private static int delivered(Answers answers) {
        return answers.given().values().stream()
                .map((JsonNode answer) -> answer.path("delivered").asInt())
                .mapToInt(Integer::intValue)
                .sum();
    }

    private Broadcasts node(String name, Registry registry) {
        var node = new Broadcasts(cluster.node(name), registry, new SequentialIds(), Duration.ofSeconds(1));
        node.begin(new StartupEvent());
        return node;
    }

    private static FakeSocket open(Registry registry, String namespace, String user, String group, String... roles) {
        var socket = new FakeSocket(user + registry.all().size(), namespace, FakeSocket.handshakeOf());
        registry.add(socket, who(user, group, roles));
        return socket;
    }

    private static FakeSocket open(Registry registry, String namespace, String user, Handshake handshake) {
        var socket = new FakeSocket(user + registry.all().size(), namespace, handshake);
        registry.add(socket, who(user, "g"));
        return socket;
    }

    private static Identified who(String user, String group, String... roles) {
        var all = roles.length == 0 ? Set.of("user") : Set.of(roles);
        return new Identified(user, "s-" + user, group, all, null, new Proof.Token());
    }
}
