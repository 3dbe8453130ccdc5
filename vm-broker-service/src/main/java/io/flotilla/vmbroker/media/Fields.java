package io.flotilla.vmbroker.media;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Strict reading of a JSON object: the right type within its limits, or {@link Odd}. Unknown fields are nobody's business. */
final class Fields {
    /** A message is not what the contract says; carries no trace, since strangers can cause it. */
    static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1;

        Odd(String field) {
            super(field, null, false, false);
        }
    }

    private final JsonObject json;

    Fields(JsonObject json) {
        this.json = json;
    }

    String text(String field, int maxBytes) {
        if (json.getValue(field) instanceof String text
                && text.length() <= maxBytes
                && text.getBytes(StandardCharsets.UTF_8).length <= maxBytes) {
            return text;
        }
        throw new Odd(field);
    }

    /** A text of at least one character. */
    String word(String field, int maxBytes) {
        var text = text(field, maxBytes);
        if (text.isEmpty()) {
            throw new Odd(field);
        }
        return text;
    }

    boolean has(String field) {
        return json.getValue(field) != null;
    }

    boolean flag(String field) {
        if (json.getValue(field) instanceof Boolean flag) {
            return flag;
        }
        throw new Odd(field);
    }

    int whole(String field, int least, int most) {
        if (json.getValue(field) instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.intValue();
        }
        throw new Odd(field);
    }

    double number(String field, double least, double most) {
        if (json.getValue(field) instanceof Number number
                && number.doubleValue() >= least
                && number.doubleValue() <= most) {
            return number.doubleValue();
        }
        throw new Odd(field);
    }

    /** A number from 0 to 1: a place in the picture. */
    double place(String field) {
        return number(field, 0, 1);
    }

    Fields object(String field) {
        if (json.getValue(field) instanceof JsonObject object) {
            return new Fields(object);
        }
        throw new Odd(field);
    }

    <T> List<T> objects(String field, int most, Function<Fields, T> reading) {
        return array(field, most).stream()
                .map(item -> {
                    if (item instanceof JsonObject object) {
                        return reading.apply(new Fields(object));
                    }
                    throw new Odd(field);
                })
                .toList();
    }

    List<String> texts(String field, int most, int maxBytes) {
        return array(field, most).stream()
                .map(item -> new Fields(new JsonObject().put(field, item)).text(field, maxBytes))
                .toList();
    }

    private JsonArray array(String field, int most) {
        if (json.getValue(field) instanceof JsonArray array && array.size() <= most) {
            return array;
        }
        throw new Odd(field);
    }
}
