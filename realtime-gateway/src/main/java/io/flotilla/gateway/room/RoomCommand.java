package io.flotilla.gateway.room;

import io.flotilla.gateway.protocol.Fields;
import io.flotilla.gateway.protocol.OddMessage;

/** Something a client asks for and wants an answer to. Each bean of this type is one. Thread-safe. */
public interface RoomCommand {
    /** The event's name. */
    String name();

    /** Whether it changes something: then it wants an {@code id}, and is done once. */
    default boolean changes() {
        return true;
    }

    /**
     * May block; commands of one socket come one after another. May throw {@link io.flotilla.kit.problem.Unavailable}.
     *
     * @param id made by the client; empty for what changes nothing
     */
    Answer run(RoomSeat seat, String id, Fields args) throws OddMessage;
}
