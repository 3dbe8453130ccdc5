package io.flotilla.socket.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes within JSON: they travel beside it, and a placeholder says where each belongs. */
final class Attachments {
    private static final String MARK = "_placeholder";
    private static final String NUMBER = "num";

    private Attachments() {}

    static boolean areIn(JsonNode node) {
        if (node.isBinary()) {
            return true;
        }
        for (var child : node) {
            if (areIn(child)) {
                return true;
            }
        }
        return false;
    }

    /** A copy with placeholders; the bytes are added to the list in the order of their numbers. */
    static JsonNode takenFrom(JsonNode node, List<byte[]> into) {
        return switch (node) {
            case BinaryNode bytes -> {
                into.add(bytes.binaryValue());
                yield JsonNodeFactory.instance.objectNode().put(MARK, true).put(NUMBER, into.size() - 1);
            }
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(child -> copy.add(takenFrom(child, into)));
                yield copy;
            }
            case ObjectNode object -> {
                var copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), takenFrom(field.getValue(), into)));
                yield copy;
            }
            default -> node;
        };
    }

    /** The node with bytes in their places, itself changed; null when a placeholder names none. */
    static @Nullable JsonNode putInto(JsonNode node, List<byte[]> from) {
        if (node.path(MARK).asBoolean(false) && node.path(MARK).isBoolean()) {
            var number = node.path(NUMBER);
            var odd = !number.isInt() || number.intValue() < 0 || number.intValue() >= from.size();
            return odd ? null : BinaryNode.valueOf(from.get(number.intValue()));
        }
        return switch (node) {
            case ArrayNode array -> inElements(array, from);
            case ObjectNode object -> inFields(object, from);
            default -> node;
        };
    }

    private static @Nullable JsonNode inElements(ArrayNode array, List<byte[]> from) {
        for (var i = 0; i < array.size(); i++) {
            var whole = putInto(array.get(i), from);
            if (whole == null) {
                return null;
            }
            array.set(i, whole);
        }
        return array;
    }

    private static @Nullable JsonNode inFields(ObjectNode object, List<byte[]> from) {
        for (var field : object.properties()) {
            var whole = putInto(field.getValue(), from);
            if (whole == null) {
                return null;
            }
            field.setValue(whole);
        }
        return object;
    }
}
