/**
 * A small client of the X11 protocol over a display's own socket: just what a VM's screen needs (fake input, key map, cursor, damage,
 * sizes, windows). It speaks the wire format itself because Xlib ends the whole process when a display dies, and a broker holds many.
 * Callers are in {@code screen}; nothing here knows what a VM or a browser is. Connections are thread-safe; events arrive on a thread
 * of their own, one at a time.
 */
@NullMarked
package io.flotilla.vmbroker.x11;

import org.jspecify.annotations.NullMarked;
