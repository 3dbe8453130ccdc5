/**
 * The media sockets of this node: the upgrade with its checks, the connections and their limits, and the drain at shutdown. What a
 * connection sees is the business of {@link io.flotilla.gateway.media}, whether it may be there that of {@link
 * io.flotilla.gateway.admission} and {@link io.flotilla.gateway.membership}. Sockets live on event loops; checks that block run on
 * virtual threads before the upgrade.
 */
@NullMarked
package io.flotilla.gateway.socket;

import org.jspecify.annotations.NullMarked;
