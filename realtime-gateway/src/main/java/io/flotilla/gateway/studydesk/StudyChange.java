package io.flotilla.gateway.studydesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What session-service says of a study session.
 *
 * @param event what clients hear, as {@code session-…}
 * @param session as its owner sees it; not to be changed
 * @param elapsedMs what had run when this was said
 * @param audience users who hear of it
 */
public record StudyChange(String event, ObjectNode session, long elapsedMs, Set<String> audience) {
    public StudyChange {
        audience = Set.copyOf(audience);
    }

    /** Empty for what is no change; fields we do not know are passed on. */
    public static Optional<StudyChange> of(JsonNode message) {
        if (!(message.path("session") instanceof ObjectNode session)
                || session.path("id").asText("").isEmpty()) {
            return Optional.empty();
        }
        var audience = new HashSet<String>();
        message.path("audience").forEach(user -> audience.add(user.asText()));
        return Optional.of(new StudyChange(
                message.path("event").asText("state"),
                session,
                message.path("elapsedMs").asLong(),
                audience));
    }

    public static List<StudyChange> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .flatMap(one -> of(one).stream())
                .toList();
    }

    public String id() {
        return session.path("id").asText();
    }

    String ownerId() {
        return session.path("userId").asText();
    }

    long revision() {
        return session.path("revision").asLong();
    }

    boolean isRunning() {
        return session.path("status").asText().equals("active");
    }

    public boolean isOver() {
        return session.path("status").asText().equals("ended");
    }
}
