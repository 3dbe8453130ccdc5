package io.flotilla.gateway.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads one JSON object's fields without any leniency: a text is no number, a fraction no integer, nothing missing has a default. */
public record Fields(JsonNode object) {
    /** Whether it is there at all, and not null. */
    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public String text(String name, int maxBytes) throws OddMessage {
        var node = object.path(name);
        // Two steps: the cheap one first, so that a long text is not encoded only to be refused.
        if (!node.isTextual()
                || node.textValue().length() > maxBytes
                || node.textValue().getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new OddMessage(name + " is not a text of at most " + maxBytes + " bytes");
        }
        return node.textValue();
    }

    public boolean flag(String name) throws OddMessage {
        var node = object.path(name);
        if (!node.isBoolean()) {
            throw new OddMessage(name + " is not a boolean");
        }
        return node.booleanValue();
    }

    public int integer(String name, int least, int most) throws OddMessage {
        var node = object.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
            throw new OddMessage(name + " is not a whole number from " + least + " to " + most);
        }
        return node.intValue();
    }

    public long count(String name) throws OddMessage {
        var node = object.path(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw new OddMessage(name + " is not a count");
        }
        return node.longValue();
    }

    public double number(String name, double least, double most) throws OddMessage {
        var node = object.path(name);
        // Written so that NaN fails too.
        if (!node.isNumber() || !(node.doubleValue() >= least && node.doubleValue() <= most)) {
            throw new OddMessage(name + " is not a number from " + least + " to " + most);
        }
        return node.doubleValue();
    }

    public <E extends Enum<E>> E word(String name, Class<E> choice) throws OddMessage {
        var node = object.path(name);
        if (node.isTextual()) {
            for (var constant : choice.getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(node.textValue())) {
                    return constant;
                }
            }
        }
        throw new OddMessage(name + " is none of the known words");
    }

    public JsonNode array(String name, int most) throws OddMessage {
        var node = object.path(name);
        if (!node.isArray() || node.size() > most) {
            throw new OddMessage(name + " is not an array of at most " + most);
        }
        return node;
    }
}
