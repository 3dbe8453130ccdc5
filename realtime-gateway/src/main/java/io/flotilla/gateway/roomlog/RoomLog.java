package io.flotilla.gateway.roomlog;

/**
 * The newest entries of every room, in one order for all nodes. Entries live for minutes after the last one, and only so many are kept.
 * Blocks, but for {@link #listen}; throws {@link io.flotilla.kit.problem.Unavailable} when the log can't be reached, and then nobody knows
 * whether an entry was appended: append it again with the same id. Thread-safe.
 */
public interface RoomLog {
    /**
     * Puts an entry at the end and tells all who listen. Idempotent by id for as long as entries are kept: an id that is there already
     * changes nothing.
     *
     * @return where the entry stands
     */
    Position append(String room, String id, String name, String json);

    /** Where the room's order stands. A room nobody has heard of gets an epoch, which stays until the log is lost. */
    Position head(String room);

    /** What came after a position. {@link Tail.Whole} means: without a gap up to its head. */
    Tail since(String room, Position after);

    /** Tells all who listen now, on every node, this one too, at most once, and keeps nothing. */
    void pass(String room, String text);

    /**
     * Hears a room from now on. Returns at once; when listening really stands, {@link Ear#unsure} says so. Whoever listens must also look
     * for itself from time to time: the ear may miss entries without knowing.
     */
    Listening listen(String room, Ear ear);

    /** Called in the order of the log, on a thread that must not block. */
    interface Ear {
        void appended(LogEntry entry);

        void passed(String text);

        /** Entries may have been missed; also when listening begins to stand. */
        void unsure();
    }

    interface Listening {
        /** Nothing is heard after this returns, but for what is under way. Idempotent. */
        void close();
    }
}
