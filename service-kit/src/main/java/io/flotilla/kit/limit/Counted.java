package io.flotilla.kit.limit;

/**
 * What counting one call came to.
 *
 * @param limit calls a window
 * @param remaining calls left in this window; 0 when refused
 * @param resetSeconds until the window ends; at least 1
 * @param refused whether this call was one too many
 */
public record Counted(int limit, int remaining, long resetSeconds, boolean refused) {
    /** From the number of calls in the window, this one included, and what is left of it. */
    static Counted of(int limit, long calls, long millisLeft) {
        return new Counted(
                limit, (int) Math.max(0, limit - calls), Math.max(1, Math.ceilDiv(millisLeft, 1000)), calls > limit);
    }
}
