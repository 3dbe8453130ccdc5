package io.flotilla.vmbroker.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every record of VMs promises; owners and nodes are new for each test, so that a store may be shared. */
public abstract class VmRecordsContract {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");
    private final String owner = "service:" + UUID.randomUUID();
    private final String node = "node-" + UUID.randomUUID();

    protected abstract VmRecords records();

    protected abstract VmFacts facts();

    @BeforeEach
    void noFactsOfEarlierTests() {
        facts().relay(1000, _ -> {});
    }

    @Test
    void givesBackWhatWasRecorded() {
        var vm = vm("tag", 0);

        assertThat(records().insert(vm)).isTrue();

        assertThat(records().find(vm.id())).contains(vm);
        assertThat(records().find(UUID.randomUUID().toString())).isEmpty();
        assertThat(records().find("nonsense")).isEmpty();
    }

    @Test
    void holdsATagForOneLiveVmOfItsOwner() {
        var first = vm("t", 0);
        records().insert(first);

        assertThat(records().insert(vm("t", 1))).isFalse();
        assertThat(records().findLive(owner, "t")).contains(first);
        assertThat(records().findLive("service:other", "t")).isEmpty();

        records().ending(first.id(), EndReason.REQUESTED);
        assertThat(records().findLive(owner, "t")).isEmpty();
        assertThat(records().insert(vm("t", 2))).isTrue();
        assertThat(records().insert(vm(null, 3))).isTrue();
        assertThat(records().insert(vm(null, 4))).isTrue();
    }

    @Test
    void changesStatesOnlyForward() {
        var vm = vm(null, 0);
        records().insert(vm);

        assertThat(records().running(vm.id())).isTrue();
        assertThat(records().running(vm.id())).isFalse();
        assertThat(records().ending(vm.id(), EndReason.INACTIVE)).isTrue();
        assertThat(records().ending(vm.id(), EndReason.REQUESTED)).isFalse();
        assertThat(records().running(vm.id())).isFalse();
        assertThat(records().ended(vm.id(), EndReason.CRASHED, NOW)).isTrue();
        assertThat(records().ended(vm.id(), EndReason.CRASHED, NOW)).isFalse();
        assertThat(records().ending(vm.id(), EndReason.REQUESTED)).isFalse();

        var over = records().find(vm.id()).orElseThrow();
        assertThat(over.state()).isEqualTo(new VmState.Ended(EndReason.INACTIVE, NOW));
        assertThat(over.tokens().sealed()).isNull();
    }

    @Test
    void recordsOneFactWithAnEndAndForgetsItOncePublished() {
        var vm = vm("my-tag", 0);
        records().insert(vm);
        records().ended(vm.id(), EndReason.BROKER_LOST, NOW);
        records().ended(vm.id(), EndReason.BROKER_LOST, NOW);
        var published = new ArrayList<String>();

        assertThatThrownBy(() -> facts().relay(10, _ -> {
                    throw new IllegalStateException("stream is away");
                }))
                .hasMessageContaining("away");
        assertThat(facts().relay(10, published::add)).isEqualTo(1);
        assertThat(facts().relay(10, published::add)).isZero();

        assertThat(new JsonObject(published.getFirst()))
                .isEqualTo(new JsonObject()
                        .put("type", "vm.ended")
                        .put("vmId", vm.id())
                        .put("tag", "my-tag")
                        .put("reason", "broker-lost")
                        .put("at", NOW.toEpochMilli()));
    }

    @Test
    void relaysFactsInOrderAndNoMoreThanAsked() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var vm = vm(null, i);
            records().insert(vm);
            records().ended(vm.id(), EndReason.REQUESTED, NOW);
            ids.add(vm.id());
        }
        var published = new ArrayList<String>();

        assertThat(facts().relay(3, published::add)).isEqualTo(3);
        assertThat(facts().relay(3, published::add)).isEqualTo(2);

        assertThat(published)
                .map(fact -> new JsonObject(fact).getString("vmId"))
                .isEqualTo(ids);
    }

    @Test
    void listsRunningVmsOfAnOwnerPageByPage() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var vm = vm(null, i);
            records().insert(vm);
            records().running(vm.id());
            ids.add(vm.id());
        }
        records().insert(vm(null, 9));
        records().ended(ids.get(1), EndReason.REQUESTED, NOW);

        assertThat(page(Optional.empty(), 2)).containsExactly(ids.get(0), ids.get(2));
        assertThat(page(Optional.of(ids.get(2)), 9)).containsExactly(ids.get(3), ids.get(4));
        assertThat(page(Optional.of(ids.get(1)), 9))
                .as("after one that is over")
                .containsExactly(ids.get(2), ids.get(3), ids.get(4));
        assertThat(page(Optional.of(UUID.randomUUID().toString()), 9)).isEmpty();
    }

    @Test
    void findsWhatANodeLeft() {
        var starting = vm(null, 0);
        var ending = vm(null, 1);
        var over = vm(null, 2);
        List.of(starting, ending, over).forEach(records()::insert);
        records().ending(ending.id(), EndReason.REQUESTED);
        records().ended(over.id(), EndReason.REQUESTED, NOW);

        assertThat(records().notEnded(node)).map(Vm::id).containsExactlyInAnyOrder(starting.id(), ending.id());
        assertThat(records().ending(node)).map(Vm::id).containsExactly(ending.id());
        assertThat(records().notEnded("other")).isEmpty();
    }

    private List<String> page(Optional<String> after, int limit) {
        return records().running(owner, after, limit).stream().map(Vm::id).toList();
    }

    private Vm vm(String tag, int second) {
        return new Vm(
                UUID.randomUUID().toString(),
                owner,
                tag,
                "tenant",
                node,
                NOW.plusSeconds(second),
                new VmState.Starting(),
                new StoredTokens("embed", "admin", "sealed"));
    }
}
