package io.flotilla.auth.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts failed attempts exactly over all replicas. One takes an attempt before trying and gives it back when it was a right one, so that
 * even parallel guesses cannot exceed the limit. Keys are not kept longer than the allowance lasts.
 */
public interface Attempts {
    /**
     * Takes one; empty if there was one, else how long until there are some again.
     *
     * @throws io.flotilla.kit.problem.Unavailable when nobody can count: then nobody may try
     */
    Optional<Duration> take(Allowance allowance, String key);

    /** Gives one back. Never throws: an attempt not given back only costs its owner a little patience. */
    void giveBack(Allowance allowance, String key);

    /** What machines may fail, under that name. */
    Allowance usual(String name);

    /** Takes one of the usual ones of that name and address. */
    default Optional<Duration> take(String name, String address) {
        return take(usual(name), address);
    }

    /** Gives one of the usual ones back. */
    default void giveBack(String name, String address) {
        giveBack(usual(name), address);
    }
}
