package io.flotilla.session.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Parks the (virtual) thread. */
@ApplicationScoped
class ParkingPause implements Pause {
    @Override
    public void take(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}
