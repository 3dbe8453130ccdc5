package io.flotilla.gateway.presence;

import java.util.Collection;
import java.util.List;

/**
 * What all nodes know together. A node counts as dead when it has not said {@link #alive} for 15 s; then nothing it announced is present
 * any more, until it announces again. Blocks; throws {@link io.flotilla.kit.problem.Unavailable} when nothing can be said or known.
 */
public interface Presence {
    /** This node lives. Says so to the others for 15 s. */
    void alive();

    /**
     * Replaces all that this node has announced of a VM; nothing at all is fine. Idempotent. When that changes anything, the channel
     * {@code presence} tells the other nodes.
     */
    void announce(String vmId, Collection<Attendance> here);

    /** Everybody present at a VM over all living nodes, in no order. */
    List<Attendance> at(String vmId);
}
