package io.flotilla.gateway.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.GatewayMessages.Person;
import java.util.List;

/** Whoever wants to hear of the rooms of this node. Each bean of this type is one. */
public interface RoomFeature {
    /** This node has somebody in that room now. Must not block. */
    default void opened(LocalRoom room) {}

    /** Nobody is left. Must not block. */
    default void closed(LocalRoom room) {}

    /** Told in the order of the room's log; may block shortly. */
    default void appended(LocalRoom room, String event, JsonNode data) {}

    /** From time to time, and when entries of the log were lost; may block. */
    default void look(LocalRoom room) {}

    /** Who is connected, over all nodes, has changed; may block shortly. */
    default void people(LocalRoom room, List<Person> people) {}

    /** Another node passed something on. On an event loop: must not block. */
    default void passed(LocalRoom room, String kind, JsonNode words) {}

    /** Somebody is out of the room. Must not block. */
    default void left(LocalRoom room, RoomSeat seat) {}
}
