package io.flotilla.gateway.broadcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a broadcast as somebody asks for it, and as nodes tell it to one another. Pure. */
final class BroadcastReader {
    private static final int MOST_IDS = 1_000;
    private static final int LARGEST = 16 * 1024;
    private static final int DEEPEST = 8;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern SOMEBODY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern NAMESPACE = Pattern.compile("/[a-z][a-z-]{0,63}");
    private static final Pattern EVENT = Pattern.compile("[A-Za-z][A-Za-z0-9_.:-]{0,63}");
    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    private BroadcastReader() {}

    sealed interface Reading {
        record Read(Broadcast broadcast) implements Reading {}

        /** Malformed is what is no such request at all, rather than one that can't be carried out. */
        record Odd(boolean malformed, String field, String message) implements Reading {}
    }

    /** The new id is for one that has none. */
    static Reading read(@Nullable JsonNode json, String newId) {
        try {
            return new Reading.Read(broadcast(json, newId));
        } catch (OddField odd) {
            return odd.reading;
        }
    }

    private static Broadcast broadcast(@Nullable JsonNode json, String newId) {
        if (json == null || !json.isObject()) {
            throw odd(true, "target", "a JSON object is needed");
        }
        var target = target(json.path("target"));
        var namespace = text(json, "namespace", NAMESPACE).orElse(null);
        var event = text(json, "event", EVENT).orElseThrow(() -> odd(false, "event", "an event is needed"));
        if (RESERVED.contains(event)) {
            throw odd(false, "event", event + " is an event of the protocol's own");
        }
        return new Broadcast(
                text(json, "id", ID).orElse(newId),
                target,
                namespace,
                event,
                data(json.get("data")),
                filter(json.path("filter")));
    }

    private static Target target(JsonNode json) {
        if (json.size() != 1) {
            throw odd(
                    !json.isObject() && !json.isMissingNode(),
                    "target",
                    "one of all, users, groups and room is needed");
        }
        if (json.path("all").asBoolean(false)) {
            return new Target.All();
        }
        if (json.has("users")) {
            return new Target.Users(some(json, "users"));
        }
        if (json.has("groups")) {
            return new Target.Groups(some(json, "groups"));
        }
        return text(json, "room", SOMEBODY)
                .map(Target.Room::new)
                .orElseThrow(() -> odd(false, "target", "one of all, users, groups and room is needed"));
    }

    private static Filter filter(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return Filter.NONE;
        }
        if (!json.isObject()) {
            throw odd(true, "filter", "filter must be an object");
        }
        var except = json.path("except");
        return new Filter(list(json, "roles"), list(except, "users"), list(except, "sockets"));
    }

    private static Set<String> some(JsonNode json, String field) {
        var ids = list(json, field);
        if (ids.isEmpty()) {
            throw odd(false, field, field + " must not be empty");
        }
        return ids;
    }

    private static Set<String> list(JsonNode json, String field) {
        var list = json.path(field);
        if (list.isMissingNode()) {
            return Set.of();
        }
        if (!list.isArray()) {
            throw odd(true, field, field + " must be a list");
        }
        if (list.size() > MOST_IDS) {
            throw odd(false, field, field + " must be at most " + MOST_IDS);
        }
        var ids = new LinkedHashSet<String>();
        for (var id : list) {
            if (!id.isTextual() || !SOMEBODY.matcher(id.textValue()).matches()) {
                throw odd(true, field, field + " must be a list of ids");
            }
            ids.add(id.textValue());
        }
        return ids;
    }

    private static @Nullable JsonNode data(@Nullable JsonNode data) {
        if (data == null) {
            return null;
        }
        if (data.toString().length() > LARGEST) {
            throw odd(false, "data", "data must be at most 16 KiB");
        }
        if (depth(data) > DEEPEST) {
            throw odd(false, "data", "data must be at most " + DEEPEST + " deep");
        }
        return data;
    }

    private static int depth(JsonNode json) {
        int deepest = 0;
        for (var child : json) {
            deepest = Math.max(deepest, depth(child));
        }
        return json.isContainerNode() ? deepest + 1 : 0;
    }

    private static Optional<String> text(JsonNode json, String field, Pattern pattern) {
        var value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw odd(true, field, field + " must be a text");
        }
        if (!pattern.matcher(value.textValue()).matches()) {
            throw odd(false, field, field + " must be like " + pattern);
        }
        return Optional.of(value.textValue());
    }

    private static OddField odd(boolean malformed, String field, String message) {
        return new OddField(new Reading.Odd(malformed, field, message));
    }

    /** Leads from any depth of reading to its end. */
    private static final class OddField extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Reading.Odd reading;

        OddField(Reading.Odd reading) {
            super(reading.message(), null, false, false);
            this.reading = reading;
        }
    }
}
