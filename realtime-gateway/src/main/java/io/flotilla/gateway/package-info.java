/**
 * The service's configuration. Everything else lives in packages by feature: {@link io.flotilla.gateway.edge} is the public port,
 * {@link io.flotilla.gateway.player} and {@link io.flotilla.gateway.usersession} take sockets, {@link io.flotilla.gateway.media} fans one VM's picture out to all who watch.
 */
@NullMarked
package io.flotilla.gateway;

import org.jspecify.annotations.NullMarked;
