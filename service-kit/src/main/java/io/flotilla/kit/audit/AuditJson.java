package io.flotilla.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry as the stream carries it; {@code at} in epoch milliseconds, what is missing left out. Pure. */
public final class AuditJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditJson() {}

    public static String write(AuditEntry entry) {
        var node = JSON.createObjectNode()
                .put("id", entry.id())
                .put("at", entry.at().toEpochMilli())
                .put("type", entry.type());
        put(node, "actor", entry.actor());
        put(node, "actorName", entry.actorName());
        put(node, "subject", entry.subject());
        put(node, "sessionId", entry.sessionId());
        put(node, "address", entry.address());
        var detail = node.putObject("detail");
        entry.detail().forEach(detail::put);
        return node.toString();
    }

    /** Empty for what is no entry. */
    public static Optional<AuditEntry> read(String json) {
        try {
            var node = JSON.readTree(json);
            var id = text(node, "id");
            var type = text(node, "type");
            if (id == null
                    || id.length() > 64
                    || type == null
                    || !node.path("at").isIntegralNumber()) {
                return Optional.empty();
            }
            var detail = new HashMap<String, String>();
            node.path("detail")
                    .properties()
                    .forEach(
                            field -> detail.put(field.getKey(), field.getValue().asText()));
            return Optional.of(new AuditEntry(
                    id,
                    Instant.ofEpochMilli(node.path("at").longValue()),
                    type,
                    text(node, "actor"),
                    text(node, "actorName"),
                    text(node, "subject"),
                    text(node, "sessionId"),
                    text(node, "address"),
                    detail));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).textValue();
    }
}
