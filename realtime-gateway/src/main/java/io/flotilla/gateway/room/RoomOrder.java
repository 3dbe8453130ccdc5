package io.flotilla.gateway.room;

import io.flotilla.gateway.roomlog.LogEntry;
import io.flotilla.gateway.roomlog.Position;
import io.flotilla.gateway.roomlog.RoomLog;
import io.flotilla.gateway.roomlog.Tail;
import io.flotilla.kit.problem.Unavailable;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the entries of a room's log one after the other, each exactly once: what does not follow the last one told is read from the log.
 * One thread at a time; blocks.
 */
final class RoomOrder {
    private static final Logger LOG = Logger.getLogger(RoomOrder.class);

    private final String room;
    private final RoomLog log;
    private final Listener listener;
    private @Nullable Position told;

    interface Listener {
        void tell(LogEntry entry);

        /** Entries are gone that were never told; the order goes on from the log's new head. */
        void lost();
    }

    RoomOrder(String room, RoomLog log, Listener listener) {
        this.room = room;
        this.log = log;
        this.listener = listener;
    }

    /** Where telling stands; begins it. Throws {@link Unavailable}. */
    Position stand() {
        var last = told;
        if (last == null) {
            last = log.head(room);
            told = last;
        }
        return last;
    }

    void heard(LogEntry entry) {
        var last = told;
        if (last == null) {
            return;
        }
        if (entry.position().follows(last)) {
            tell(entry);
        } else if (!entry.position().epoch().equals(last.epoch()) || last.isBehind(entry.position())) {
            catchUp();
        }
    }

    /** Tells what was missed; does nothing while the log is away. */
    void catchUp() {
        var last = told;
        if (last == null) {
            return;
        }
        try {
            switch (log.since(room, last)) {
                case Tail.Whole(var entries, var _) -> entries.forEach(this::tell);
                case Tail.Lost(var head) -> {
                    told = head;
                    listener.lost();
                }
            }
        } catch (Unavailable e) {
            LOG.debugf("The log of a room cannot be read now: %s", e.getMessage());
        }
    }

    /** What was told after a position; empty when nobody can say. What is beyond comes to all together. Throws {@link Unavailable}. */
    Optional<List<LogEntry>> toldSince(Position after) {
        var now = stand();
        if (after.equals(now)) {
            return Optional.of(List.of());
        }
        return switch (log.since(room, after)) {
            case Tail.Whole(var entries, var head)
            when head.epoch().equals(now.epoch()) ->
                Optional.of(entries.stream()
                        .filter(entry -> entry.position().offset() <= now.offset())
                        .toList());
            case Tail.Whole(var _, var _) -> Optional.empty();
            case Tail.Lost(var _) -> Optional.empty();
        };
    }

    private void tell(LogEntry entry) {
        told = entry.position();
        listener.tell(entry);
    }
}
