/**
 * Who belongs to a VM session, as session-service says in Redis, and the watch that takes sockets away from those who no longer do. A
 * token proves who somebody is; membership decides whether that opens anything, on connect and as long as the socket lives. What to do
 * about a change is decided by {@link io.flotilla.gateway.membership.Verdict} without I/O.
 */
@NullMarked
package io.flotilla.gateway.membership;

import org.jspecify.annotations.NullMarked;
