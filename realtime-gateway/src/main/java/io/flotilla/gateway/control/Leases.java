package io.flotilla.gateway.control;

import java.util.Optional;

/**
 * Keeps the lease of each room. Exact over all nodes for as long as the store keeps its data; a lease that is lost is held by nobody.
 * Blocks; throws {@link io.flotilla.kit.problem.Unavailable}. Thread-safe.
 */
public interface Leases {
    /** Empty when there is none (any more). */
    Optional<Control> of(String room);

    /**
     * Puts a lease where {@code before} is, told by its version; or where none is.
     *
     * @param before empty: there must be none
     * @return false when something else is there, and nothing was changed. When it throws, nobody knows.
     */
    boolean replace(String room, Optional<Control> before, Control after);
}
