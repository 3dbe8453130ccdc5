package io.flotilla.gateway.membership;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flotilla.gateway.protocol.Json;
import java.util.Optional;

/**
 * A message on the channel {@code membership}.
 *
 * @param participantId empty: everyone
 */
record MembershipChange(String vmId, Optional<String> participantId, String reason) {
    static Optional<MembershipChange> of(String text) {
        try {
            var json = Json.read(text);
            var vmId = json.path("vmId").asText("");
            var participant = json.path("participantId");
            return vmId.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MembershipChange(
                            vmId,
                            participant.isTextual() ? Optional.of(participant.textValue()) : Optional.empty(),
                            json.path("reason").asText("")));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
