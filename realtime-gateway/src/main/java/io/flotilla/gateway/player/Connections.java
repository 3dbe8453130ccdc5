package io.flotilla.gateway.player;

import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.membership.Seats;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The players of this node, by VM. Thread-safe; answers are copies. */
@Singleton
final class Connections implements Seats {
    private final Map<String, Set<Connection>> byVm = new HashMap<>();

    synchronized void add(Connection connection) {
        byVm.computeIfAbsent(connection.vmId(), id -> new LinkedHashSet<>()).add(connection);
    }

    synchronized void remove(Connection connection) {
        byVm.computeIfPresent(connection.vmId(), (id, here) -> {
            here.remove(connection);
            return here.isEmpty() ? null : here;
        });
    }

    @Override
    public synchronized Set<String> vms() {
        return Set.copyOf(byVm.keySet());
    }

    @Override
    public synchronized List<Seat> at(String vmId) {
        return new ArrayList<>(byVm.getOrDefault(vmId, Set.of()));
    }
}
