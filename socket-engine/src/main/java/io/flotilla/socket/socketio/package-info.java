/**
 * Socket.IO, revision 5, over {@link io.flotilla.socket.engineio} sessions, and all that stands behind the types an application sees. A
 * {@link io.flotilla.socket.socketio.Client} is what one connection says, {@link io.flotilla.socket.socketio.Member} its part in one
 * namespace. Both live on the session's event loop.
 */
@NullMarked
package io.flotilla.socket.socketio;

import org.jspecify.annotations.NullMarked;
