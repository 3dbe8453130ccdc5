/**
 * The order of what happens in a room, over all nodes, for as long as clients may come back for it. It is no record: what must last is
 * stored elsewhere before it is told here, and when the log is lost its epoch changes, so that an old position can't pass for a new one.
 * What grows old at once is passed through the same channel without a place in the order. Knows no socket and no event's meaning.
 */
@NullMarked
package io.flotilla.gateway.roomlog;

import org.jspecify.annotations.NullMarked;
