package io.flotilla.gateway.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;

/** Reads what a player says. Stateless and thread-safe; never throws, whatever comes. */
public final class PlayerMessageReader {
    private static final int MAX_ID = 64;

    public Reading read(String text) {
        try {
            var json = Json.read(text);
            if (!json.isObject() || !json.path("type").isTextual()) {
                return new Reading.Odd("not an object with a type");
            }
            return read(json.path("type").textValue(), json);
        } catch (JsonProcessingException e) {
            return new Reading.Odd("not JSON");
        } catch (OddMessage e) {
            return new Reading.Odd(e.why());
        }
    }

    private static Reading read(String type, JsonNode json) throws OddMessage {
        var fields = new Fields(json);
        var message =
                switch (type) {
                    case "ack" -> new PlayerMessage.Ack(fields.count("bytes"));
                    case "formats" -> formats(fields);
                    case "key-frame" -> new PlayerMessage.KeyFrame();
                    case "ping" -> new PlayerMessage.Ping(id(json.path("id")));
                    default -> ActReader.read(type, fields);
                };
        return message == null ? new Reading.Ignored() : new Reading.Understood(message);
    }

    private static PlayerMessage formats(Fields fields) throws OddMessage {
        var known = EnumSet.noneOf(Format.class);
        for (var format : fields.array("formats", 16)) {
            Format.of(format.asText("")).ifPresent(known::add);
        }
        return new PlayerMessage.Formats(known, fields.flag("visible"));
    }

    private static String id(JsonNode id) throws OddMessage {
        var shortText = id.isTextual() && id.textValue().length() <= MAX_ID;
        var whole = id.isIntegralNumber() && id.canConvertToLong();
        if (!shortText && !whole) {
            throw new OddMessage("id is neither a whole number nor a text of at most " + MAX_ID);
        }
        return id.toString();
    }
}
