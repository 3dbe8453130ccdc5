package io.flotilla.gateway.socket;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.membership.Seat;
import io.flotilla.gateway.membership.Seats;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sockets of this node. Thread-safe; answers are copies. */
@Singleton
final class Connections implements Seats {
    private final Quota quota;
    private final Map<String, Set<Connection>> byVm = new HashMap<>();

    Connections(GatewayConfig config) {
        this.quota = new Quota(config.limits());
    }

    /** Takes a place for a socket that is about to be opened; false when there is none. Each place is given back by {@link #free}. */
    synchronized boolean reserve(Quota.Place place) {
        return quota.take(place);
    }

    synchronized void free(Quota.Place place) {
        quota.giveBack(place);
    }

    synchronized void add(Connection connection) {
        byVm.computeIfAbsent(connection.vmId(), id -> new LinkedHashSet<>()).add(connection);
    }

    synchronized void remove(Connection connection) {
        byVm.computeIfPresent(connection.vmId(), (id, here) -> {
            here.remove(connection);
            return here.isEmpty() ? null : here;
        });
    }

    synchronized List<Connection> all() {
        return byVm.values().stream().flatMap(Set::stream).toList();
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
