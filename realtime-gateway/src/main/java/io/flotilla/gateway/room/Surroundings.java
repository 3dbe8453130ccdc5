package io.flotilla.gateway.room;

import io.flotilla.gateway.roomlog.RoomLog;
import java.time.InstantSource;

/**
 * What every room of this node has around it.
 *
 * @param node names this run of this process
 */
record Surroundings(
        RoomLog log, Iterable<SnapshotPart> parts, Iterable<RoomFeature> features, InstantSource clock, String node) {}
