package io.flotilla.session.studysession;

import java.time.Duration;

/**
 * Where in a pomodoro one is.
 *
 * @param round counts the focus phases, from 1; a break belongs to the focus before it
 * @param left of this phase; never zero, for the next phase has begun then
 */
public record Phase(Kind kind, int round, Duration left) {
    /** What one does in it. */
    public enum Kind {
        FOCUS("focus"),
        BREAK("break"),
        LONG_BREAK("long-break");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }
}
