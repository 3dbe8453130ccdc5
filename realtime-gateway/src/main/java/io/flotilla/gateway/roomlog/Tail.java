package io.flotilla.gateway.roomlog;

import java.util.List;

/** What happened after a position. */
public sealed interface Tail {
    /** Where the log stands now. */
    Position head();

    /** All of it, in order. */
    record Whole(List<LogEntry> entries, Position head) implements Tail {
        public Whole {
            entries = List.copyOf(entries);
        }
    }

    /** Some of it is gone, or the position is of another epoch: nobody can say what happened. */
    record Lost(Position head) implements Tail {}
}
