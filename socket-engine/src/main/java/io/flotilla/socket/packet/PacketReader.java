package io.flotilla.socket.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one client's messages, which must come in order. Holds a packet until its attachments are there. Not thread-safe. */
public final class PacketReader {
    private static final Reading.Partial PARTIAL = new Reading.Partial();

    private @Nullable Unfinished unfinished;

    private record Unfinished(PacketHead head, JsonNode payload, List<byte[]> attachments) {}

    /** The packet begins at {@code from} and fills the rest. Must be valid UTF-8. */
    public Reading text(byte[] utf8, int from) {
        if (unfinished != null) {
            return new Reading.Odd("text between attachments");
        }
        var head = PacketHead.read(utf8, from);
        if (head == null) {
            return new Reading.Odd("no packet");
        }
        var payload = MissingNode.getInstance();
        if (head.end() < utf8.length) {
            var json = Json.read(utf8, head.end(), utf8.length);
            if (json.isEmpty()) {
                return new Reading.Odd("odd JSON");
            }
            return read(head, json.get());
        }
        return read(head, payload);
    }

    public Reading binary(byte[] bytes) {
        var waiting = unfinished;
        if (waiting == null) {
            return new Reading.Odd("bytes that belong to nothing");
        }
        waiting.attachments.add(bytes);
        if (waiting.attachments.size() < waiting.head.attachments()) {
            return PARTIAL;
        }
        unfinished = null;
        return assembled(waiting);
    }

    private Reading read(PacketHead head, JsonNode payload) {
        if (!fits(head.type(), payload)) {
            return new Reading.Odd("odd payload");
        }
        if (head.attachments() > 0) {
            unfinished = new Unfinished(head, payload, new ArrayList<>(head.attachments()));
            return PARTIAL;
        }
        return whole(head, payload);
    }

    private static Reading assembled(Unfinished packet) {
        var payload = Attachments.putInto(packet.payload, packet.attachments);
        // The name itself may have been a placeholder.
        return payload == null || !fits(packet.head.type(), payload)
                ? new Reading.Odd("illegal attachments")
                : whole(packet.head, payload);
    }

    private static boolean fits(PacketType type, JsonNode payload) {
        return switch (type) {
            case CONNECT -> payload.isMissingNode() || payload.isObject();
            case DISCONNECT -> payload.isMissingNode();
            case CONNECT_ERROR -> payload.isTextual() || payload.isObject();
            case EVENT, BINARY_EVENT -> payload.isArray() && isName(payload.path(0));
            case ACK, BINARY_ACK -> payload.isArray();
        };
    }

    private static boolean isName(JsonNode node) {
        return node.isNumber() || (node.isTextual() && !EventNames.isReserved(node.textValue()));
    }

    private static Reading whole(PacketHead head, JsonNode payload) {
        var namespace = head.namespace();
        return new Reading.Whole(
                switch (head.type()) {
                    case CONNECT -> new Packet.Connect(namespace, payload);
                    case DISCONNECT -> new Packet.Disconnect(namespace);
                    case CONNECT_ERROR -> new Packet.ConnectError(namespace);
                    case EVENT, BINARY_EVENT ->
                        new Packet.Event(namespace, head.id(), payload.get(0).asText(), from(payload, 1));
                    case ACK, BINARY_ACK -> new Packet.Ack(namespace, head.id(), from(payload, 0));
                });
    }

    private static List<JsonNode> from(JsonNode array, int first) {
        var args = new ArrayList<JsonNode>(array.size());
        for (var i = first; i < array.size(); i++) {
            args.add(array.get(i));
        }
        return List.copyOf(args);
    }
}
