package io.flotilla.gateway.studydesk;

/**
 * How far what has run is ahead of this node's clock, which only grows and which nobody sets. What session-service says is always a
 * little old when it is heard, never too new; so of several measurements the largest is the best. Only the last ones count, for clocks
 * also drift apart. Not thread-safe.
 */
final class Drift {
    private static final int WINDOW = 12;

    private long before = Long.MIN_VALUE;
    private long best = Long.MIN_VALUE;
    private int heard;

    /** It was said to have run so long, and heard at that moment. */
    void measured(long elapsedMs, long at) {
        best = Math.max(best, elapsedMs - at);
        if (++heard == WINDOW) {
            before = best;
            best = elapsedMs - at;
            heard = 0;
        }
    }

    long elapsed(long now) {
        return now + Math.max(before, best);
    }
}
