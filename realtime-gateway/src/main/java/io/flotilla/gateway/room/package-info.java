/**
 * The rooms of VM sessions: namespace {@code /rooms} of {@code contracts/rooms.md}. A client's socket has a
 * {@link io.flotilla.gateway.room.RoomSocket}, which takes commands one after another on a virtual thread and what is only passed on, such
 * as cursors, at once on its event loop. Once it has joined it has a {@link io.flotilla.gateway.room.RoomSeat} in the
 * {@link io.flotilla.gateway.room.LocalRoom}, which tells it what happens, in the order of the room's log. What can be done in a room is
 * contributed by features ({@link io.flotilla.gateway.room.RoomCommand}, {@link io.flotilla.gateway.room.RoomSignal},
 * {@link io.flotilla.gateway.room.RoomFeature}, {@link io.flotilla.gateway.room.SnapshotPart}), of which nothing is known here.
 */
@NullMarked
package io.flotilla.gateway.room;

import org.jspecify.annotations.NullMarked;
