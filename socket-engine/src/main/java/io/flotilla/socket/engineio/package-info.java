/**
 * Engine.IO, revision 4: sessions that outlive a transport. A {@link io.flotilla.socket.engineio.Session} begins by polling or as a
 * WebSocket, may be upgraded from one to the other without a message lost or doubled, and is kept alive by pings. Each session belongs to
 * one event loop, that of the request it began with, and its {@link io.flotilla.socket.loop.Lane} runs what is asked of it in order;
 * requests and WebSockets that come in on other loops hop over. What is said over it is the {@link io.flotilla.socket.engineio.Ear}'s.
 */
@NullMarked
package io.flotilla.socket.engineio;

import org.jspecify.annotations.NullMarked;
