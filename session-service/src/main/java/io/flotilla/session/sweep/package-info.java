/**
 * Ends what has expired and forgets what ended long ago, in batches and one node at a time: the node that holds the lease. Nobody waits for
 * it, for whoever looks at an expired session sees that it is over; so it may stop at any time and lose nothing.
 */
@NullMarked
package io.flotilla.session.sweep;

import org.jspecify.annotations.NullMarked;
