/**
 * RFC 6455 to the letter, below anything that knows what is said over it: strict reading of frames into messages, writing of frames, the
 * opening handshake, and {@link io.flotilla.socket.websocket.WebSocketLine}, which holds one Netty channel. No extension is ever agreed
 * on, so nothing is compressed. All but the line is free of I/O; a line lives on its channel's event loop.
 */
@NullMarked
package io.flotilla.socket.websocket;

import org.jspecify.annotations.NullMarked;
