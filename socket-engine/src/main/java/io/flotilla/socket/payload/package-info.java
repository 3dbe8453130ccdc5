/**
 * Engine.IO packets as bytes: the letters they begin with, the batches of polling, and the frames that all WebSockets of an event loop
 * share. Free of I/O; called on the event loop of whoever sends or receives.
 */
@NullMarked
package io.flotilla.socket.payload;

import org.jspecify.annotations.NullMarked;
