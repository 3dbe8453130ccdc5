package io.flotilla.auth.grant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a body, as OAuth sends them (a form) or as our own pages do (JSON); pure. */
final class Fields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Fields() {}

    /** What kind of body it is. */
    enum Kind {
        NONE,
        FORM,
        JSON,
        OTHER
    }

    static Kind kind(@Nullable String contentType, @Nullable String body) {
        if (body == null || body.isBlank()) {
            return Kind.NONE;
        }
        var type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/x-www-form-urlencoded" -> Kind.FORM;
            case "application/json" -> Kind.JSON;
            default -> Kind.OTHER;
        };
    }

    /** Empty for a form with a field twice, and for what is not a flat JSON object; fields that are no texts are left out. */
    static Optional<Map<String, String>> read(Kind kind, @Nullable String body) {
        return switch (kind) {
            case FORM -> form(String.valueOf(body));
            case JSON -> json(String.valueOf(body));
            case NONE, OTHER -> Optional.of(Map.of());
        };
    }

    private static Optional<Map<String, String>> form(String body) {
        var fields = new HashMap<String, String>();
        for (var pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                continue;
            }
            try {
                var name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
                var value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
                if (fields.put(name, value) != null) {
                    return Optional.empty();
                }
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(fields);
    }

    private static Optional<Map<String, String>> json(String body) {
        try {
            var tree = JSON.readTree(body);
            if (!tree.isObject()) {
                return Optional.empty();
            }
            var fields = new HashMap<String, String>();
            tree.properties().forEach(field -> {
                if (field.getValue().isTextual()) {
                    fields.put(field.getKey(), field.getValue().textValue());
                }
            });
            return Optional.of(fields);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
