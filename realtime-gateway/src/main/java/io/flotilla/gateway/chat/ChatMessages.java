package io.flotilla.gateway.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;

/** Makes what clients see of what the record says. Pure. */
final class ChatMessages {
    /** Whoever reads along need not know which account somebody has. */
    private static final String PRIVATE = "userId";

    private ChatMessages() {}

    static ObjectNode message(JsonNode stored) {
        var shown = Json.object();
        stored.properties().forEach(field -> {
            if (!field.getKey().equals(PRIVATE)) {
                shown.set(field.getKey(), field.getValue());
            }
        });
        return shown;
    }

    /** A page of them. */
    static ObjectNode page(JsonNode stored) {
        var page = Json.object();
        var messages = page.putArray("messages");
        stored.path("messages").forEach(one -> messages.add(message(one)));
        if (stored.path("before").isIntegralNumber()) {
            page.set("before", stored.path("before"));
        }
        return page;
    }

    /** The number of the newest on a page; 0 for none. */
    static long newest(JsonNode page) {
        long newest = 0;
        for (var message : page.path("messages")) {
            newest = Math.max(newest, message.path("number").asLong());
        }
        return newest;
    }
}
