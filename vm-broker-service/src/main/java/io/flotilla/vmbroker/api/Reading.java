package io.flotilla.vmbroker.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads typed fields of one JSON object and collects, in words that name the field, everything that is wrong with them. */
final class Reading {
    private final JsonNode json;
    private final String prefix;
    private final List<String> faults;

    Reading(JsonNode json) {
        this(json, "", new ArrayList<>());
    }

    private Reading(JsonNode json, String prefix, List<String> faults) {
        this.json = json;
        this.prefix = prefix;
        this.faults = faults;
    }

    List<String> faults() {
        return faults;
    }

    void fault(String field, String what) {
        faults.add(prefix + field + " " + what);
    }

    boolean has(String field) {
        return json.hasNonNull(field);
    }

    /** Whether the field is there, be it as null. */
    boolean names(String field) {
        return json.has(field);
    }

    boolean flag(String field) {
        var value = json.path(field);
        if (!value.isBoolean() && has(field)) {
            fault(field, "must be true or false");
        }
        return value.asBoolean(false);
    }

    int whole(String field, int otherwise, int least, int most) {
        if (!has(field)) {
            return otherwise;
        }
        var value = json.get(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < least || value.asInt() > most) {
            fault(field, "must be a whole number from " + least + " to " + most);
            return otherwise;
        }
        return value.asInt();
    }

    /** A number greater than 0, or null for null. */
    @Nullable
    Double positive(String field, double most) {
        if (!has(field)) {
            return null;
        }
        var value = json.get(field);
        if (!value.isNumber() || !(value.asDouble() > 0) || value.asDouble() > most) {
            fault(field, "must be a number of seconds greater than 0 and at most " + (long) most + ", or null");
            return null;
        }
        return value.asDouble();
    }

    @Nullable
    String text(String field, int longest) {
        if (!has(field)) {
            return null;
        }
        var value = json.get(field);
        if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > longest) {
            fault(field, "must be a text of 1 to " + longest + " characters");
            return null;
        }
        return value.asText();
    }

    /** The nested object; an empty one when it is missing or no object. */
    Reading object(String field) {
        var value = json.path(field);
        if (has(field) && !value.isObject()) {
            fault(field, "must be an object");
        }
        return new Reading(
                value.isObject() ? value : value.isMissingNode() ? value : json.path(""), prefix + field + ".", faults);
    }

    /** Names every field that is neither known nor, with other words, known but not done here yet. */
    void nothingElse(Set<String> known, Set<String> notYet) {
        for (var names = json.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (notYet.contains(name)) {
                fault(name, "is not supported by this server yet");
            } else if (!known.contains(name)) {
                fault(name.length() > 64 ? name.substring(0, 64) + "…" : name, "is not a known parameter");
            }
        }
    }
}
