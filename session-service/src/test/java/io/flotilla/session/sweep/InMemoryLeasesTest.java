package io.flotilla.session.sweep;

import java.time.Duration;
import java.time.Instant;

class InMemoryLeasesTest extends LeasesContract {
    private Instant now = Instant.EPOCH;
    private final Leases leases = new InMemoryLeases(() -> now);

    @Override
    protected Leases leases() {
        return leases;
    }

    @Override
    protected void outlast(Duration time) {
        now = now.plus(time);
    }
}
