/**
 * Order and time on one event loop, for whoever lives there: a {@link io.flotilla.socket.loop.Lane} runs tasks in the order in which they
 * were handed over and flushes what they wrote once, {@link io.flotilla.socket.loop.Deadlines} needs one timer for everybody who waits
 * equally long. Knows neither sockets nor protocols.
 */
@NullMarked
package io.flotilla.socket.loop;

import org.jspecify.annotations.NullMarked;
