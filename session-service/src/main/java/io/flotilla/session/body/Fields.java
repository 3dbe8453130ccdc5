package io.flotilla.session.body;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, read with their limits. JSON {@code null} counts as absent. */
public final class Fields {
    /** A field is not what it must be; {@link #reading} turns it into a {@link Reading.Wrong}. */
    public static final class WrongFieldException extends RuntimeException {
        private final String field;

        public WrongFieldException(String field, String words) {
            super(words, null, false, false);
            this.field = field;
        }

        private <T> Reading<T> asReading() {
            return new Reading.Wrong<>(field, String.valueOf(getMessage()));
        }
    }

    private static final int LONGEST_ID = 255;

    private final @Nullable JsonNode body;

    public Fields(@Nullable JsonNode body) {
        if (body != null && !body.isObject() && !body.isNull() && !body.isMissingNode()) {
            throw new WrongFieldException("body", "The body must be a JSON object");
        }
        this.body = body;
    }

    /** What that reader reads, or the first thing that is wrong. */
    public static <T> Reading<T> reading(Supplier<T> reader) {
        try {
            return new Reading.Understood<>(reader.get());
        } catch (WrongFieldException wrong) {
            return wrong.asReading();
        }
    }

    public Optional<String> text(String name, int longest) {
        return field(name).map(value -> {
            if (!value.isTextual()) {
                throw new WrongFieldException(name, name + " must be a string");
            }
            var text = value.textValue();
            if (text.length() > longest) {
                throw new WrongFieldException(name, name + " must be at most " + longest + " characters");
            }
            return text;
        });
    }

    /** There, a string, not empty, at most 255 characters. */
    public String id(String name) {
        var id = required(name, text(name, LONGEST_ID));
        if (id.isBlank()) {
            throw new WrongFieldException(name, name + " must not be empty");
        }
        return id;
    }

    /** What has to be there. */
    public static <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new WrongFieldException(name, name + " is required"));
    }

    public OptionalInt whole(String name, int least, int most) {
        var value = field(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        var number = value.get();
        var isWhole = number.isNumber() && number.canConvertToExactIntegral() && number.canConvertToInt();
        if (!isWhole || number.intValue() < least || number.intValue() > most) {
            throw new WrongFieldException(name, name + " must be a whole number from " + least + " to " + most);
        }
        return OptionalInt.of(number.intValue());
    }

    public Optional<Boolean> truth(String name) {
        return field(name).map(value -> {
            if (!value.isBoolean()) {
                throw new WrongFieldException(name, name + " must be true or false");
            }
            return value.booleanValue();
        });
    }

    public Optional<JsonNode> field(String name) {
        return Optional.ofNullable(body).map(object -> object.get(name)).filter(value -> !value.isNull());
    }
}
