package io.flotilla.session.limit;

import java.util.Collection;
import java.util.function.Supplier;

/**
 * The places people hold in VM sessions. Distinct sessions count: two people of one address in one session cost that address one.
 * Thread-safe; blocks; throws when the counts cannot be reached, and then nobody gets in.
 */
public interface SessionLimits {
    /**
     * Takes the place in one step for both limits: of any number of callers at once on any number of nodes, never more than the
     * allowance succeed. A place taken is leased, also when it was held before: until the lease is over {@link #align} leaves it alone,
     * afterwards it frees it unless the record shows it.
     */
    Taking take(Holding holding);

    /** Gives the place back; giving back what nobody holds changes nothing. */
    void release(Holding holding);

    /**
     * Makes the counts what the record says. Places still leased stay. The record may change meanwhile, so it is asked again after
     * places were added, and those it no longer shows are taken out.
     */
    void align(Supplier<? extends Collection<Holding>> record);
}
