/**
 * People of a room as programs ({@code contracts/rooms.md}): they come back by position, repeat what was not acknowledged, and keep books
 * of what they heard, so that a message lost, doubled or out of order is counted and not overlooked.
 */
@NullMarked
package io.flotilla.systemtests.rooms;

import org.jspecify.annotations.NullMarked;
