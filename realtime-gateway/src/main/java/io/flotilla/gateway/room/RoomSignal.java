package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.JsonNode;

/** Something a client says that is passed on and forgotten. Each bean of this type is one. On an event loop: must not block. */
public interface RoomSignal {
    /** The event's name. */
    String name();

    /** What is odd or too much is dropped. */
    void heard(RoomSeat seat, JsonNode args);
}
