package io.flotilla.gateway.usersession;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.usersession.UserSessionEvent.Platform;
import io.flotilla.gateway.usersession.UserSessionEvent.PlatformSwitched;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionChanged;
import io.flotilla.gateway.usersession.UserSessionEvent.SessionEnded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the channel {@code user-sessions} ({@code contracts/redis-keys.md}). What is not as written there is nothing. Pure. */
final class EventReader {
    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_FIELD = 1024;

    private EventReader() {}

    static Optional<UserSessionEvent> read(String message) {
        if (message.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var json = Json.read(message);
            return text(json, "userId").flatMap(userId -> event(userId, json));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<UserSessionEvent> event(String userId, JsonNode json) {
        return switch (text(json, "type").orElse("")) {
            case PlatformSwitched.TYPE -> switched(userId, json);
            case SessionEnded.TYPE ->
                text(json, "sid")
                        .map(sid -> new SessionEnded(
                                userId, sid, text(json, "reason").orElse("revoked")));
            case SessionChanged.TYPE -> text(json, "sid").map(sid -> new SessionChanged(userId, sid));
            default -> Optional.empty();
        };
    }

    private static Optional<UserSessionEvent> switched(String userId, JsonNode json) {
        var by = nullable(json, "by");
        var platform = json.path("platform");
        if (platform.isNull() || platform.isMissingNode()) {
            return Optional.of(new PlatformSwitched(userId, null, by));
        }
        return text(platform, "id")
                .flatMap(id -> text(platform, "name")
                        .map(name -> new Platform(
                                id, name, nullable(platform, "platform_type"), nullable(platform, "instance_url"))))
                .map(active -> new PlatformSwitched(userId, active, by));
    }

    private static @Nullable String nullable(JsonNode json, String field) {
        return text(json, field).orElse(null);
    }

    private static Optional<String> text(JsonNode json, String field) {
        var value = json.path(field);
        return value.isTextual()
                ? Optional.of(value.textValue()).filter(text -> !text.isEmpty() && text.length() <= LONGEST_FIELD)
                : Optional.empty();
    }
}
