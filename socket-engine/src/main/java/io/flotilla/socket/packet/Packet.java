package io.flotilla.socket.packet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalLong;

/** What a client says, by namespace. Bytes are {@link com.fasterxml.jackson.databind.node.BinaryNode}s. */
public sealed interface Packet {
    String namespace();

    /**
     * Asks to enter.
     *
     * @param auth an object; a missing node when there is none
     */
    record Connect(String namespace, JsonNode auth) implements Packet {}

    /** Leaves. */
    record Disconnect(String namespace) implements Packet {}

    /** An event. Under the id the client waits for an answer. */
    record Event(String namespace, OptionalLong id, String name, List<JsonNode> args) implements Packet {}

    /** Answers an event of ours. */
    record Ack(String namespace, OptionalLong id, List<JsonNode> args) implements Packet {}

    /** Only a server may say this. */
    record ConnectError(String namespace) implements Packet {}
}
