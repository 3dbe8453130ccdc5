package io.flotilla.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.gateway.protocol.Role;
import io.flotilla.kit.problem.Unavailable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceKeeperTest {
    private final InMemoryPresence shared = new InMemoryPresence(() -> Instant.EPOCH);
    private final Presence here = shared.node("here", vm -> {});
    private final Presence there = shared.node("there", vm -> {});
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final List<List<Person>> told = new ArrayList<>();
    private boolean away;
    private final PresenceKeeper keeper = new PresenceKeeper(
            new Presence() {
                @Override
                public void alive() {
                    check();
                    here.alive();
                }

                @Override
                public void announce(String vmId, Collection<Attendance> announced) {
                    check();
                    here.announce(vmId, announced);
                }

                @Override
                public List<Attendance> at(String vmId) {
                    check();
                    return here.at(vmId);
                }

                private void check() {
                    if (away) {
                        throw new Unavailable("away");
                    }
                }
            },
            tasks::add,
            (vmId, people) -> told.add(people));

    @Test
    void manyChangesBecomeOneMessage() {
        keeper.everySoOften();
        for (int i = 0; i < 10; i++) {
            keeper.enter("vm-1", socket("c" + i, "ada", i));
        }
        run();

        assertThat(told).containsExactly(List.of(new Person("p-ada", "ada", Role.VIEWER, 10)));
    }

    @Test
    void peopleStandInTheOrderTheyCameAndOfAllNodes() {
        keeper.everySoOften();
        there.alive();
        there.announce("vm-1", List.of(socket("t1", "bob", 1)));
        keeper.enter("vm-1", socket("c2", "ada", 2));
        keeper.enter("vm-1", socket("c0", "cy", 0));
        run();

        assertThat(told.getLast().stream().map(Person::name)).containsExactly("cy", "bob", "ada");
    }

    @Test
    void nothingNewIsNotTold() {
        keeper.everySoOften();
        keeper.enter("vm-1", socket("c1", "ada", 1));
        run();
        keeper.everySoOften();
        keeper.heard("vm-1");
        keeper.heard("vm-elsewhere");
        run();

        assertThat(told).hasSize(1);
    }

    @Test
    void whileTheRecordIsAwayThePeopleOfThisNodeAreKnownAndTheRestIsMadeUpForLater() {
        keeper.everySoOften();
        run();
        there.alive();
        there.announce("vm-1", List.of(socket("t1", "bob", 1)));
        away = true;
        keeper.enter("vm-1", socket("c1", "ada", 2));
        run();
        assertThat(told.getLast()).hasSize(1);

        away = false;
        keeper.everySoOften();
        run();

        assertThat(told.getLast()).hasSize(2);
        assertThat(there.at("vm-1")).hasSize(2);
    }

    @Test
    void whoLeavesIsGoneEverywhere() {
        keeper.everySoOften();
        there.alive();
        keeper.enter("vm-1", socket("c1", "ada", 1));
        run();

        keeper.leave("vm-1", "c1");
        run();

        assertThat(there.at("vm-1")).isEmpty();
        assertThat(told).hasSize(1);
    }

    private void run() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    private static Attendance socket(String id, String name, int since) {
        return new Attendance(id, "p-" + name, "u-" + name, name, Role.VIEWER, Instant.ofEpochMilli(since));
    }
}
