/**
 * What one node knows of study sessions, and tells its sockets: changes once, seconds once, each in order. No I/O and no locks: whatever
 * is called here is called on one {@link io.flotilla.gateway.loop.Loop}, whose clock is the only one. Every node counts for itself
 * ({@code docs/decisions/0014-every-node-ticks.md}); what is counted on is session-service's to say, and {@link
 * io.flotilla.gateway.study} brings it.
 */
@NullMarked
package io.flotilla.gateway.studydesk;

import org.jspecify.annotations.NullMarked;
