package io.flotilla.gateway.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lease as nodes pass it to one another by the store, and as clients see it. Pure. */
final class LeaseJson {
    private LeaseJson() {}

    /** As {@code contracts/rooms.md} says; also the event's payload. */
    static ObjectNode shown(Control control) {
        var json = Json.object()
                .put("mode", control.mode().word())
                .put("turnSeconds", control.turn().toSeconds());
        var holder = control.holder();
        json.put("holder", holder.map(Control.Holder::participantId).orElse(null));
        json.put("since", holder.map(one -> one.since().toEpochMilli()).orElse(null));
        json.put(
                "turnEndsAt",
                holder.map(Control.Holder::turnEndsAt)
                        .map(Instant::toEpochMilli)
                        .orElse(null));
        json.put("granted", holder.filter(Control.Holder::granted).isPresent());
        var queue = json.putArray("queue");
        control.queue().forEach(one -> queue.add(one.participantId()));
        return json.put("version", control.version());
    }

    static ObjectNode write(Control control) {
        var json = Json.object()
                .put("mode", control.mode().word())
                .put("turnMs", control.turn().toMillis())
                .put("version", control.version());
        control.holder().ifPresent(one -> json.set("holder", write(one)));
        var queue = json.putArray("queue");
        control.queue().forEach(one -> queue.addObject()
                .put("participantId", one.participantId())
                .put("may", one.may())
                .put("awaySince", millis(one.awaySince())));
        return json;
    }

    static Control read(JsonNode json) {
        var queue = new ArrayList<Control.Waiting>();
        json.path("queue")
                .forEach(one -> queue.add(new Control.Waiting(
                        one.path("participantId").asText(""), one.path("may").asBoolean(), instant(one, "awaySince"))));
        return new Control(
                Mode.of(json.path("mode").asText("")),
                Duration.ofMillis(json.path("turnMs").asLong()),
                json.has("holder") ? Optional.of(holder(json.path("holder"))) : Optional.empty(),
                queue,
                json.path("version").asLong());
    }

    private static ObjectNode write(Control.Holder one) {
        return Json.object()
                .put("participantId", one.participantId())
                .put("since", one.since().toEpochMilli())
                .put("granted", one.granted())
                .put("turnEndsAt", millis(one.turnEndsAt()))
                .put("awaySince", millis(one.awaySince()));
    }

    private static Control.Holder holder(JsonNode one) {
        return new Control.Holder(
                one.path("participantId").asText(""),
                Instant.ofEpochMilli(one.path("since").asLong()),
                one.path("granted").asBoolean(),
                instant(one, "turnEndsAt"),
                instant(one, "awaySince"));
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(JsonNode json, String field) {
        return json.hasNonNull(field) ? Instant.ofEpochMilli(json.path(field).asLong()) : null;
    }
}
