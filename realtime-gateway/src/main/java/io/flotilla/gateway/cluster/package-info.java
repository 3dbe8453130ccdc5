/**
 * The gateway's nodes, as far as they ask one another: who lives, and a question to all of them at once. Each node knows only its own
 * sockets, so whatever is true of all is asked for, with a deadline; who does not answer is named, not guessed at. The contract suite is
 * {@code ClusterContract}; the twin joins several nodes in one process.
 */
@NullMarked
package io.flotilla.gateway.cluster;

import org.jspecify.annotations.NullMarked;
