/**
 * Study sessions as sockets hear of them: the namespace {@code /study-sessions} ({@code contracts/study-sessions.md}). What is so is
 * session-service's to say; this counts the seconds in between, for its own sockets and by its own clock, so that no node waits for
 * another ({@code docs/decisions/0014-every-node-ticks.md}). All that this node knows happens on one {@link io.flotilla.gateway.loop.Loop}
 * ({@link io.flotilla.gateway.study.StudyDesk}); whatever blocks happens on virtual threads around it. Channels only hasten: each node
 * also looks for itself.
 */
@NullMarked
package io.flotilla.gateway.study;

import org.jspecify.annotations.NullMarked;
