package io.flotilla.auth.limit;

import java.time.Duration;
import java.util.Optional;

/**
 * Counts failed attempts by name and address, exactly over all replicas. One takes an attempt before trying and gives it back when it was
 * a right one, so that even parallel guesses cannot exceed the limit. Names and addresses are not kept longer than the window.
 */
public interface Attempts {
    /**
     * Takes one; empty if there was one, else how long until there are some again.
     *
     * @throws io.flotilla.kit.problem.Unavailable when nobody can count: then nobody may try
     */
    Optional<Duration> take(String name, String address);

    /** Gives one back. Never throws: an attempt not given back only costs its owner a little patience. */
    void giveBack(String name, String address);
}
