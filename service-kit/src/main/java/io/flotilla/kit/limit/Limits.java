package io.flotilla.kit.limit;

import java.time.Duration;

/**
 * Counts calls in windows of a minute that begin with the first call. Exact for any number of callers at once on any number of nodes.
 * Safe for many threads; blocks.
 */
public interface Limits {
    Duration WINDOW = Duration.ofMinutes(1);

    /**
     * Counts one call of that class and key against the limit; refused calls count too, but make no window longer.
     *
     * @param key whose calls these are: {@code s:{session handle}} or {@code a:{address}}
     * @param limit calls a window, more than 0
     * @throws io.flotilla.kit.problem.Unavailable when nobody can count now
     */
    Counted count(LimitClass limitClass, String key, int limit);
}
