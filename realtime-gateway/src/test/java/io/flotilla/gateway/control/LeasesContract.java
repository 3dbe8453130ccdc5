package io.flotilla.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.protocol.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every store of leases promises. */
abstract class LeasesContract {
    private final String room = "vms-" + UUID.randomUUID();
    private final Control fresh = Control.fresh(Mode.SINGLE, Duration.ofSeconds(60), 0);

    abstract Leases leases();

    @Test
    void aRoomNobodyKnowsHasNoLease() {
        assertThat(leases().of(room)).isEmpty();
    }

    @Test
    void theFirstLeaseIsPutWhereNoneIs() {
        assertThat(leases().replace(room, Optional.empty(), requested("bob"))).isTrue();

        assertThat(leases().of(room)).contains(requested("bob"));
        assertThat(leases().replace(room, Optional.empty(), requested("cy"))).isFalse();
    }

    @Test
    void aLeaseOfAnotherVersionIsNotReplaced() {
        leases().replace(room, Optional.empty(), requested("bob"));

        assertThat(leases().replace(room, Optional.of(fresh), requested("cy"))).isFalse();
        assertThat(leases().of(room)).contains(requested("bob"));
    }

    @Test
    void ofManyWhoAskAtOnceExactlyOneGetsIt() throws Exception {
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 32; i++) {
            var who = "p" + i;
            tasks.add(() -> leases().replace(room, Optional.empty(), requested(who)));
        }
        var winners = 0;
        try (var pool = Executors.newFixedThreadPool(16)) {
            for (var task : pool.invokeAll(tasks)) {
                winners += task.get() ? 1 : 0;
            }
        }

        assertThat(winners).isEqualTo(1);
    }

    private Control requested(String who) {
        return ((Control.Outcome.Becomes) fresh.request(who, Role.CONTROLLER, Instant.ofEpochMilli(1000))).control();
    }
}
