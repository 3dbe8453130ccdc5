package io.flotilla.gateway.player;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.socket.Quota;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom a player's socket counts for.
 *
 * @param userId empty: nobody's in particular
 */
record Place(String userId, String address, String vmId) {
    List<Quota.Counter> counters(GatewayConfig.Limits limits) {
        var shared = Stream.of(
                new Quota.Counter("all", limits.perNode()),
                new Quota.Counter("address " + address, limits.perAddress()),
                new Quota.Counter("vm " + vmId, limits.perVm()));
        var own = userId.isEmpty()
                ? Stream.<Quota.Counter>empty()
                : Stream.of(new Quota.Counter("user " + userId, limits.perUser()));
        return Stream.concat(shared, own).toList();
    }
}
