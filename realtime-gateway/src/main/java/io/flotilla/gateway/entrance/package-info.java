/**
 * The door of the Socket.IO port ({@code contracts/sockets.md}): which pages and how many connections come in, who is behind them, and
 * what ends a socket before its client does. Here {@link io.flotilla.gateway.namespace.Identification} and {@link
 * io.flotilla.gateway.namespace.Lives} are kept, and the namespaces of all features are wrapped and handed to the engine. Credentials are
 * looked at on virtual threads, so many at a time; all else runs on event loops and does not block. What namespaces do is not known here.
 */
@NullMarked
package io.flotilla.gateway.entrance;

import org.jspecify.annotations.NullMarked;
