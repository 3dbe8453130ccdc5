/**
 * The media sockets of this node: the upgrade with its checks, the connections and their limits. What a connection sees is the business
 * of {@link io.flotilla.gateway.media}, whether it may be there that of {@link io.flotilla.gateway.admission} and {@link
 * io.flotilla.gateway.membership}.
 */
@NullMarked
package io.flotilla.gateway.player;

import org.jspecify.annotations.NullMarked;
