package io.flotilla.gateway.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.roomlog.LogEntry;
import io.flotilla.socket.Outgoing;
import java.util.Optional;

/**
 * An entry of the log as clients get it: its payload, and its position as the last argument, where official clients look for the offset
 * with which they come back.
 *
 * @param number of an event that snapshots show up to some number; else beyond all
 */
record Told(Outgoing outgoing, String name, JsonNode data, long number) {
    static final String NAMESPACE = "/rooms";

    static Optional<Told> of(LogEntry entry) {
        try {
            var data = Json.read(entry.json());
            var position = TextNode.valueOf(entry.position().toString());
            // A deleted message has the number of the message, but is news to those who have seen that.
            var number = data.path("deleted").asBoolean()
                    ? Long.MAX_VALUE
                    : data.path("number").asLong(Long.MAX_VALUE);
            return Optional.of(
                    new Told(Outgoing.event(NAMESPACE, entry.name(), data, position), entry.name(), data, number));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
