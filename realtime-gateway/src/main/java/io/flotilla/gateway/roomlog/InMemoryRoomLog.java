package io.flotilla.gateway.roomlog;

import io.flotilla.kit.id.IdSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** One process that plays all nodes, for tests; ears are called on the thread of whoever appends. Thread-safe. */
public final class InMemoryRoomLog implements RoomLog {
    private final IdSource ids;
    private final int keep;
    private final Map<String, Kept> rooms = new HashMap<>();
    private final Map<String, List<Ear>> ears = new HashMap<>();

    public InMemoryRoomLog(IdSource ids, int keep) {
        this.ids = ids;
        this.keep = keep;
    }

    /** Loses everything, as a store that is flushed. */
    public synchronized void forget() {
        rooms.clear();
    }

    @Override
    public synchronized Position append(String room, String id, String name, String json) {
        var kept = kept(room);
        for (var entry : kept.entries) {
            if (entry.id().equals(id)) {
                return entry.position();
            }
        }
        kept.offset++;
        var entry = new LogEntry(kept.head(), id, name, json);
        kept.entries.add(entry);
        if (kept.entries.size() > keep) {
            kept.entries.removeFirst();
        }
        earsOf(room).forEach(ear -> ear.appended(entry));
        return entry.position();
    }

    @Override
    public synchronized Position head(String room) {
        return kept(room).head();
    }

    @Override
    public synchronized Tail since(String room, Position after) {
        var kept = kept(room);
        var head = kept.head();
        var entries = new ArrayList<LogEntry>();
        for (var entry : kept.entries) {
            if (after.isBehind(entry.position())) {
                entries.add(entry);
            }
        }
        var whole = after.epoch().equals(head.epoch()) && entries.size() == head.offset() - after.offset();
        return whole ? new Tail.Whole(entries, head) : new Tail.Lost(head);
    }

    @Override
    public synchronized void pass(String room, String text) {
        earsOf(room).forEach(ear -> ear.passed(text));
    }

    @Override
    public Listening listen(String room, Ear ear) {
        synchronized (this) {
            ears.computeIfAbsent(room, name -> new CopyOnWriteArrayList<>()).add(ear);
        }
        ear.unsure();
        return () -> {
            synchronized (this) {
                ears.getOrDefault(room, new ArrayList<>()).remove(ear);
            }
        };
    }

    private List<Ear> earsOf(String room) {
        return ears.getOrDefault(room, List.of());
    }

    private Kept kept(String room) {
        return rooms.computeIfAbsent(room, name -> new Kept(ids.readable()));
    }

    private static final class Kept {
        private final String epoch;
        private final ArrayDeque<LogEntry> entries = new ArrayDeque<>();
        private long offset;

        Kept(String epoch) {
            this.epoch = epoch;
        }

        Position head() {
            return new Position(epoch, offset);
        }
    }
}
