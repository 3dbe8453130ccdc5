/**
 * What is said to many at once, on all nodes, and how many there are ({@code contracts/sockets.md}, registry and broadcast): from code by
 * {@link io.flotilla.gateway.broadcast.Broadcasts}, by REST for administrators and services. Whom a broadcast is for is decided on each
 * node from its own {@link io.flotilla.gateway.registry.Registry}; nothing is kept, and no node is waited for beyond a deadline. Blocking
 * code, on virtual threads; what is sent to sockets never blocks.
 */
@NullMarked
package io.flotilla.gateway.broadcast;

import org.jspecify.annotations.NullMarked;
