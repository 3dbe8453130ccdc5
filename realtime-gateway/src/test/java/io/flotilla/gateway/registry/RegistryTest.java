package io.flotilla.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.FakeSocket;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Proof;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private final Registry registry = new Registry();

    @Test
    void aConnectionCountsOnceHoweverManyNamespacesItIsIn() {
        var handshake = FakeSocket.handshakeOf();
        var sessions = new FakeSocket("1", "/sessions", handshake);
        var rooms = new FakeSocket("2", "/rooms", handshake);
        registry.add(sessions, user("ada"));
        registry.add(rooms, user("ada"));

        assertThat(registry.counts()).isEqualTo(new Counts(1, 2, 1, 1, 0, Map.of("/sessions", 1, "/rooms", 1)));

        registry.remove(sessions);
        assertThat(registry.isConnected(handshake)).isTrue();
        registry.remove(rooms);
        assertThat(registry.isConnected(handshake)).isFalse();
        assertThat(registry.counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, Map.of()));
    }

    @Test
    void registeringTwiceCountsOnceAndSoDoesLeaving() {
        var socket = FakeSocket.in("/rooms");

        assertThat(registry.add(socket, user("ada"))).isTrue();
        assertThat(registry.add(socket, user("eve"))).isFalse();
        assertThat(registry.ofUser("eve")).isEmpty();
        assertThat(registry.remove(socket)).isTrue();
        assertThat(registry.remove(socket)).isFalse();
        assertThat(registry.counts().connections()).isZero();
    }

    @Test
    void aSocketLeavesItsRoomsWithItself() {
        var socket = FakeSocket.in("/rooms");
        registry.enter(socket, "r-early");
        registry.add(socket, user("ada"));
        registry.enter(socket, "r-1");
        registry.enter(socket, "r-1");
        registry.enter(socket, "r-2");
        registry.leave(socket, "r-2");

        assertThat(registry.inRoom("r-early")).as("not registered yet").isEmpty();
        assertThat(registry.inRoom("r-1")).extracting(Entry::rooms).containsExactly(Set.of("r-1"));
        assertThat(registry.inRoom("r-2")).isEmpty();

        registry.remove(socket);
        assertThat(registry.inRoom("r-1")).isEmpty();
        assertThat(registry.counts().rooms()).isZero();
    }

    @Test
    void listsAreCopies() {
        var socket = FakeSocket.in("/rooms");
        registry.add(socket, user("ada"));

        var before = registry.all();
        var users = registry.users();
        registry.remove(socket);

        assertThat(before).hasSize(1);
        assertThat(users).containsExactly("ada");
        assertThat(registry.all()).isEmpty();
    }

    /** Many threads connect and disconnect in any order, some things twice; some stay. */
    @Test
    void countsAreRightToTheUnitAfterFiftyThousandConnectsAndDisconnects() throws Exception {
        int threads = 8;
        int each = 50_000 / threads;
        var stay = Collections.synchronizedList(new ArrayList<FakeSocket>());
        var tasks = new ArrayList<Callable<Void>>();
        for (int t = 0; t < threads; t++) {
            var random = new Random(t);
            tasks.add(() -> {
                for (int i = 0; i < each; i++) {
                    comeAndGo(random, stay);
                }
                return null;
            });
        }
        try (var executor = Executors.newFixedThreadPool(threads)) {
            for (Future<Void> done : executor.invokeAll(tasks)) {
                done.get();
            }
        }

        var counts = registry.counts();
        assertThat(counts.sockets()).isEqualTo(stay.size());
        assertThat(counts.connections()).isEqualTo(stay.size());
        assertThat(stay).isNotEmpty();
        assertThat(counts.namespaces().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(stay.size());
        assertThat(registry.all()).hasSize(stay.size());
        assertThat(registry.users().stream()
                        .mapToInt(user -> registry.ofUser(user).size())
                        .sum())
                .isEqualTo(stay.size());

        stay.forEach(registry::remove);
        assertThat(registry.counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, Map.of()));
    }

    private void comeAndGo(Random random, List<FakeSocket> stay) {
        var socket = FakeSocket.in(random.nextBoolean() ? "/rooms" : "/sessions");
        var who = user("u-" + random.nextInt(50));
        registry.add(socket, who);
        if (random.nextBoolean()) {
            registry.add(socket, who);
        }
        registry.enter(socket, "r-" + random.nextInt(20));
        if (random.nextInt(100) == 0) {
            stay.add(socket);
            return;
        }
        registry.remove(socket);
        if (random.nextBoolean()) {
            registry.remove(socket);
        }
    }

    private static Identified user(String id) {
        return new Identified(id, "s-" + id, "g-" + id, Set.of("user"), null, new Proof.Token());
    }
}
