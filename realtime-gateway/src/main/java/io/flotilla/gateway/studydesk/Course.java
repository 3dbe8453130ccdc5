package io.flotilla.gateway.studydesk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What was planned, second by second. Pure.
 *
 * @param pomodoro else free
 * @param length of a focus phase, or of it all; 0 for no end
 */
record Course(boolean pomodoro, long length, long rest, long longRest) {
    private static final int FOCUSES = 4;

    /**
     * Where one is after so many seconds.
     *
     * @param phase null where there are none
     * @param remaining of the phase, or of it all; null when there is no end
     */
    record Place(
            @Nullable String phase, long round, @Nullable Long remaining, long studied) {
        boolean isSamePhase(Place other) {
            return phase == null || (phase.equals(other.phase) && round == other.round);
        }

        void write(ObjectNode to) {
            if (remaining != null) {
                to.put("remaining", remaining);
            }
            if (phase != null) {
                to.put("phase", phase).put("round", round);
            }
        }
    }

    static Course of(ObjectNode session) {
        long length = session.path("durationSeconds").asLong(0);
        return new Course(
                session.path("type").asText().equals("pomodoro") && length > 0,
                length,
                session.path("breakSeconds").asLong(0),
                session.path("longBreakSeconds").asLong(0));
    }

    Place at(long second) {
        if (!pomodoro) {
            return new Place(null, 0, length == 0 ? null : Math.max(0, length - second), second);
        }
        long cycle = (length + rest) * (FOCUSES - 1) + length + longRest;
        long inCycle = second % cycle;
        long turn = Math.min(FOCUSES - 1, inCycle / (length + rest));
        long into = inCycle - turn * (length + rest);
        long round = second / cycle * FOCUSES + turn + 1;
        if (into < length) {
            return new Place("focus", round, length - into, (round - 1) * length + into);
        }
        return turn < FOCUSES - 1
                ? new Place("break", round, length + rest - into, round * length)
                : new Place("long-break", round, length + longRest - into, round * length);
    }

    /** Whether there is such a second: none comes after the end. */
    boolean has(long second) {
        return pomodoro || length == 0 || second <= length;
    }
}
