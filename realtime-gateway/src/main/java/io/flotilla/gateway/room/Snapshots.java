package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.gateway.roomlog.RoomLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads what newcomers of one room get to know. One at a time reads; a reading serves all who came before it began, however many, and
 * those who come while nothing happens. What happened since is told to each after it. Blocks.
 */
final class Snapshots {
    private static final Duration SERVES = Duration.ofSeconds(3);

    private final RoomLog log;
    private final Iterable<SnapshotPart> parts;
    private final InstantSource clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Snapshot newest;

    private final AtomicLong begun = new AtomicLong();

    Snapshots(RoomLog log, Iterable<SnapshotPart> parts, InstantSource clock) {
        this.log = log;
        this.parts = parts;
        this.clock = clock;
    }

    /**
     * What a room was like.
     *
     * @param number of the reading
     * @param position everything up to here is in it
     * @param fields not to be changed
     * @param shown the newest numbered event in it
     */
    record Snapshot(long number, Position position, ObjectNode fields, long shown, Instant readAt) {}

    /** As the room is now, or a moment later. Throws {@link io.flotilla.kit.problem.Unavailable} when there is none to be had. */
    Snapshot read(LocalRoom room, String userId) {
        var begunBefore = begun.get();
        reading.lock();
        try {
            // The position first: whatever the parts show beyond it is told once more, not left out.
            var position = log.head(room.id());
            var held = newest;
            if (held != null && (held.number() > begunBefore || isStillSo(held, position))) {
                return held;
            }
            var number = begun.incrementAndGet();
            var fields = Json.object();
            long shown = 0;
            for (var part : parts) {
                shown = Math.max(shown, part.add(room, userId, fields));
            }
            var read = new Snapshot(number, position, fields, shown, clock.instant());
            newest = read;
            return read;
        } finally {
            reading.unlock();
        }
    }

    /** What is in no order, such as a clock, may have changed all the same: not for long. */
    private boolean isStillSo(Snapshot held, Position position) {
        return held.position().equals(position) && held.readAt().plus(SERVES).isAfter(clock.instant());
    }

    /** The last one led nowhere. */
    void forget() {
        newest = null;
    }
}
