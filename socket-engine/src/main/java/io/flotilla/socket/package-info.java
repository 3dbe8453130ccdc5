/**
 * A Socket.IO server for whoever has Vert.x requests to give it: what an application sees of it. It speaks Engine.IO 4 and Socket.IO 5
 * as written in the repository socketio/socket.io ({@code docs/engine.io-protocol}, {@code docs/socket.io-protocol}). It knows no user,
 * no token and no other node: who may connect is the {@link io.flotilla.socket.Door}'s business and each
 * {@link io.flotilla.socket.Namespace}'s, and rooms are those of this process. Every connection lives on one event loop; what an
 * application is called with runs there and must not block, what it calls may be called from any thread.
 */
@NullMarked
package io.flotilla.socket;

import org.jspecify.annotations.NullMarked;
