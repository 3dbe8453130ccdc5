package io.flotilla.session.sweep;

import java.time.Duration;
import java.util.Optional;

/** Leadership for a while, over all nodes. Thread-safe; blocks; throws when nobody can tell who leads. */
public interface Leases {
    /** Takes the lease of that name; empty while somebody else holds it. */
    Optional<Lease> take(String name, Duration time);

    /** A lease that was taken. Whoever was too slow has lost it, perhaps to somebody else. */
    interface Lease {
        /** Holds it for as long again; false when it is lost, and then the work has to stop. */
        boolean renew(Duration time);

        /** Gives it back, unless it is lost. */
        void release();
    }
}
