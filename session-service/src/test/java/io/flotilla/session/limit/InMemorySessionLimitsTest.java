package io.flotilla.session.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

class InMemorySessionLimitsTest extends SessionLimitsContract {
    @Override
    protected List<SessionLimits> nodes(Allowance allowance, Duration lease) {
        var one = new InMemorySessionLimits(allowance, lease, InstantSource.fixed(Instant.EPOCH.plusSeconds(1)));
        return List.of(one, one);
    }
}
