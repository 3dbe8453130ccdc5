package io.flotilla.session.platformuse;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.body.Fields;
import io.flotilla.session.body.Fields.WrongFieldException;
import io.flotilla.session.body.Reading;
import io.flotilla.session.platform.PlatformType;
import org.jspecify.annotations.Nullable;

/** Reads what a connection shall be. */
final class PlatformBodies {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_USERNAME = 255;
    private static final int LONGEST_SECRET = 1024;

    private PlatformBodies() {}

    static Reading<PlatformWish> wish(@Nullable JsonNode body) {
        return Fields.reading(() -> {
            var fields = new Fields(body);
            var type = type(fields);
            return new PlatformWish(
                    name(fields),
                    type,
                    instanceUrl(fields, type),
                    fields.text("username", LONGEST_USERNAME)
                            .map(text -> printable("username", text))
                            .filter(text -> !text.isEmpty())
                            .orElse(null),
                    secret(fields),
                    fields.truth("is_default").orElse(null));
        });
    }

    private static String name(Fields fields) {
        var name = fields.text("name", LONGEST_NAME)
                .map(text -> printable("name", text))
                .orElse("");
        if (name.isEmpty()) {
            throw new WrongFieldException("name", "name is required");
        }
        return name;
    }

    private static PlatformType type(Fields fields) {
        return fields.text("platform_type", LONGEST_NAME)
                .or(() -> fields.text("type", LONGEST_NAME))
                .flatMap(PlatformType::ofWire)
                .orElseThrow(() -> new WrongFieldException(
                        "platform_type", "platform_type must be one of: chromium, hyperbeam, kubernetes"));
    }

    private static @Nullable String instanceUrl(Fields fields, PlatformType type) {
        var url = fields.text("instance_url", InstanceUrl.LONGEST)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        url.flatMap(InstanceUrl::objection).ifPresent(words -> {
            throw new WrongFieldException("instance_url", words);
        });
        if (url.isEmpty() && type == PlatformType.KUBERNETES) {
            throw new WrongFieldException("instance_url", "instance_url is required for kubernetes");
        }
        return url.orElse(InstanceUrl.usual(type));
    }

    /** It goes into a header one day: what could end one is refused. */
    private static @Nullable Secret secret(Fields fields) {
        var secret = fields.text("secret", LONGEST_SECRET);
        if (secret.filter(text -> !text.chars().allMatch(c -> c > ' ' && c < 0x7f))
                .isPresent()) {
            throw new WrongFieldException("secret", "secret must be printable ASCII without spaces");
        }
        return secret.map(Secret::of).orElse(null);
    }

    private static String printable(String field, String text) {
        if (text.codePoints().anyMatch(PlatformBodies::isUnfit)) {
            throw new WrongFieldException(field, field + " must not contain control characters");
        }
        return text.strip();
    }

    private static boolean isUnfit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
