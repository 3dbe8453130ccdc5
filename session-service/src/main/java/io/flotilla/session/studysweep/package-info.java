/**
 * Ends what has run out and pauses what nobody attends, a second at a time, on the node that holds the lease. Both count from when it
 * happened, not from when it was seen; so a sweep may come late, or again, and comes to the same. Where attendance is not known nothing is
 * paused.
 */
@NullMarked
package io.flotilla.session.studysweep;

import org.jspecify.annotations.NullMarked;
