package io.flotilla.gateway.presence;

import io.flotilla.gateway.protocol.GatewayMessages.Person;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Presence of a few nodes in one process, as the real rounds keep it. */
public final class InMemoryRoll {
    private final InMemoryPresence shared = new InMemoryPresence(() -> Instant.EPOCH);
    private final List<PresenceKeeper> keepers = new CopyOnWriteArrayList<>();

    public Roll node(String name, PresenceListener listener) {
        var presence = shared.node(name, vmId -> keepers.forEach(keeper -> keeper.heard(vmId)));
        var keeper = new PresenceKeeper(
                presence, Executors.newSingleThreadExecutor(Thread.ofVirtual().factory()), listener::people);
        keepers.add(keeper);
        keeper.everySoOften();
        return new Roll() {
            @Override
            public void enter(String vmId, Attendance attendance) {
                keeper.enter(vmId, attendance);
            }

            @Override
            public void leave(String vmId, String connectionId) {
                keeper.leave(vmId, connectionId);
            }

            @Override
            public List<Person> known(String vmId) {
                return keeper.told(vmId);
            }
        };
    }
}
