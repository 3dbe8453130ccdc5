package io.flotilla.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a client emitted. Bytes in {@code args} are {@link com.fasterxml.jackson.databind.node.BinaryNode}s, at whatever depth.
 */
public interface Event {
    String name();

    /** Without the name. Never null inside; not to be changed. */
    List<JsonNode> args();

    /** Whether the client waits for an answer. */
    boolean wantsAck();

    /** Answers; the first call counts, and none when nobody waits. From any thread. */
    void ack(JsonNode... args);

    /** The argument at that place; a missing node when there are fewer. */
    JsonNode arg(int index);
}
