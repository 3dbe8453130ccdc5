package io.flotilla.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.protocol.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Presence} promises. */
abstract class PresenceContract {
    private final String vm = "vm-" + UUID.randomUUID();

    /** A node that has said it lives. */
    abstract Presence node(String name);

    abstract void dies(String name);

    /** How often nodes were told of this VM. */
    abstract long told(String vmId);

    @Test
    void nodesSeeOneAnother() {
        var a = node("a");
        var b = node("b");

        a.announce(vm, List.of(ada("c1")));
        b.announce(vm, List.of(ada("c2")));

        assertThat(a.at(vm)).containsExactlyInAnyOrder(ada("c1"), ada("c2"));
        assertThat(b.at(vm)).containsExactlyInAnyOrder(ada("c1"), ada("c2"));
        assertThat(a.at("vm-other")).isEmpty();
    }

    @Test
    void anAnnouncementReplacesTheOneBefore() {
        var a = node("a");
        a.announce(vm, List.of(ada("c1"), ada("c2")));

        a.announce(vm, List.of(ada("c2"), ada("c3")));
        assertThat(a.at(vm)).containsExactlyInAnyOrder(ada("c2"), ada("c3"));

        a.announce(vm, List.of());
        assertThat(a.at(vm)).isEmpty();
    }

    @Test
    void onlyChangesAreTold() {
        var a = node("a");
        a.announce(vm, List.of(ada("c1")));
        a.announce(vm, List.of(ada("c1")));
        a.announce(vm, List.of());
        a.announce(vm, List.of());

        await().until(() -> told(vm) == 2);
    }

    @Test
    void theDeadAreNotPresentUntilTheyLiveAndSayItAgain() {
        var a = node("a");
        var b = node("b");
        a.announce(vm, List.of(ada("c1")));
        b.announce(vm, List.of(ada("c2")));

        dies("b");
        assertThat(a.at(vm)).containsExactly(ada("c1"));

        b.alive();
        b.announce(vm, List.of(ada("c2")));
        assertThat(a.at(vm)).containsExactlyInAnyOrder(ada("c1"), ada("c2"));
    }

    static Attendance ada(String connectionId) {
        return new Attendance(connectionId, "p-ada", "u-ada", "Ada", Role.OWNER, Instant.ofEpochMilli(5));
    }
}
