/**
 * What a feature needs to be a namespace of the gateway's Socket.IO port ({@code contracts/sockets.md}): who is at the other end, for how
 * long that holds, and how the namespace is contributed. A feature asks {@link io.flotilla.gateway.namespace.Identification} when a
 * client enters, says {@link io.flotilla.gateway.namespace.Lives#begin} when the socket is open, and is a bean that implements
 * {@link io.flotilla.gateway.namespace.NamedNamespace}; expiry, revocation, limits of number and of rate, counting and the drain are then
 * not its business. Deliberately absent: how credentials are checked, and any rule of what a user may do.
 */
@NullMarked
package io.flotilla.gateway.namespace;

import org.jspecify.annotations.NullMarked;
