package io.flotilla.gateway.room;

import io.flotilla.gateway.roomlog.RoomLog;
import java.time.Instant;
import java.util.List;

/** A room that no feature looks at, for a feature's own tests. */
public final class LoneRoom {
    private LoneRoom() {}

    public static LocalRoom of(String id, String vmId, RoomLog log, String node) {
        return new LocalRoom(id, vmId, new Surroundings(log, List.of(), List.of(), () -> Instant.EPOCH, node));
    }
}
