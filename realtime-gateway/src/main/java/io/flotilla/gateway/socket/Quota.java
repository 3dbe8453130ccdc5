package io.flotilla.gateway.socket;

import io.flotilla.gateway.GatewayConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts sockets by user, address and VM against their limits. Not thread-safe. */
final class Quota {
    /**
     * Whom a socket counts for.
     *
     * @param userId empty: nobody's in particular
     */
    record Place(String userId, String address, String vmId) {}

    private record Counter(String key, int limit) {}

    private final GatewayConfig.Limits limits;
    private final Map<String, Integer> counts = new HashMap<>();

    Quota(GatewayConfig.Limits limits) {
        this.limits = limits;
    }

    /** All counters or none. */
    boolean take(Place place) {
        var counters = counters(place);
        if (counters.stream().anyMatch(c -> counts.getOrDefault(c.key(), 0) >= c.limit())) {
            return false;
        }
        counters.forEach(counter -> counts.merge(counter.key(), 1, Integer::sum));
        return true;
    }

    void giveBack(Place place) {
        counters(place).forEach(counter -> counts.computeIfPresent(counter.key(), (key, n) -> n > 1 ? n - 1 : null));
    }

    private List<Counter> counters(Place place) {
        var shared = List.of(
                new Counter("all", limits.perNode()),
                new Counter("address " + place.address(), limits.perAddress()),
                new Counter("vm " + place.vmId(), limits.perVm()));
        if (place.userId().isEmpty()) {
            return shared;
        }
        var all = new java.util.ArrayList<>(shared);
        all.add(new Counter("user " + place.userId(), limits.perUser()));
        return all;
    }
}
