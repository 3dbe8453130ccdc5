/**
 * Which sockets are open on this node, and whose they are: by user, by group, by room, by namespace. Entries come and go with
 * {@link io.flotilla.gateway.namespace.Lives}; only rooms are said by the feature that has them. Knows no other node, sends nothing.
 */
@NullMarked
package io.flotilla.gateway.registry;

import org.jspecify.annotations.NullMarked;
