package io.flotilla.gateway.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.Json;
import java.util.Optional;
import java.util.Set;

/**
 * A text the VM's broker sends for all viewers; passed on as it came.
 *
 * @param text the JSON itself
 */
record VmMessage(String type, String text, JsonNode json) {
    private static final Set<String> HOLDS = Set.of("size", "cursor", "driver", "page", "clock", "warning");
    private static final Set<String> OUR_OWN = Set.of("welcome", "presence", "role", "pong");

    /** Empty for what is no message, or one that only a gateway may say. */
    static Optional<VmMessage> of(String text) {
        try {
            var json = Json.read(text);
            var type = json.path("type").asText("");
            return type.isEmpty() || OUR_OWN.contains(type)
                    ? Optional.empty()
                    : Optional.of(new VmMessage(type, text, json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Whether it says what is so until the next of its type, so that late joiners have to hear it. */
    boolean holds() {
        return HOLDS.contains(type);
    }

    /** A warning called off. */
    boolean isOver() {
        return type.equals("warning") && json.path("closesAt").isNull();
    }

    boolean endsVm() {
        return type.equals("ended");
    }

    /** Why it ended, fit for a close reason (at most 123 bytes). */
    String reason() {
        var reason = json.path("reason").asText("");
        return reason.matches("[a-z-]{1,40}") ? reason : "ended";
    }
}
