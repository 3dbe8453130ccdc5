package io.flotilla.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.socket.socketio.EncodedEvent;

/** An event encoded once for all who get it. Immutable; thread-safe. */
public interface Outgoing {
    String namespace();

    String name();

    /** Bytes on the wire of one WebSocket client, about. */
    int size();

    /** Bytes in {@code args} are {@link com.fasterxml.jackson.databind.node.BinaryNode}s. */
    static Outgoing event(String namespace, String name, JsonNode... args) {
        return EncodedEvent.of(namespace, name, args);
    }
}
