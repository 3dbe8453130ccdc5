/**
 * How many VM sessions one person, and one address, may be in at once; exact over all nodes. The truth is the record of VM sessions;
 * what counts from call to call is kept where one step can check and take ({@code contracts/redis-keys.md}) and is aligned with the
 * record at start, every minute, and at once when it was lost. Knows sessions, users and addresses only as names.
 */
@NullMarked
package io.flotilla.session.limit;

import org.jspecify.annotations.NullMarked;
