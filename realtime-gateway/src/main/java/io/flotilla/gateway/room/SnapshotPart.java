package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A feature's part of what somebody gets to know who comes into a room. Each bean of this type is one. */
public interface SnapshotPart {
    /**
     * Adds fields that hold for everybody in the room, as they are now. May block; may throw {@link
     * io.flotilla.kit.problem.Unavailable}, then there is no snapshot.
     *
     * @param userId somebody who takes part, on whose behalf others may be asked
     * @return the {@code number} of the newest numbered event it shows; 0 for none. That event is not told again.
     */
    long add(LocalRoom room, String userId, ObjectNode snapshot);
}
