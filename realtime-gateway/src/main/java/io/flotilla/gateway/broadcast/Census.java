package io.flotilla.gateway.broadcast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.cluster.Answers;
import io.flotilla.gateway.cluster.Cluster;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.registry.Entry;
import io.flotilla.gateway.registry.Registry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Counts and lists the sockets of all nodes, by asking each for its own. Thread-safe; questions block. */
@Singleton
final class Census {
    private static final String COUNTS = "counts";
    private static final String SOCKETS = "sockets";
    /** More ids than that are not sent around for the sake of a number. */
    private static final int MOST_IDS = 10_000;

    private final Cluster cluster;
    private final Registry registry;
    private final Duration patience;

    Census(Cluster cluster, Registry registry, GatewayConfig config) {
        this.cluster = cluster;
        this.registry = registry;
        this.patience = config.sockets().answerWait();
    }

    void begin(@Observes StartupEvent started) {
        cluster.respond(COUNTS, question -> counts());
        cluster.respond(SOCKETS, this::sockets);
    }

    Answers askCounts() {
        return cluster.ask(COUNTS, Json.object(), patience);
    }

    /** @param by {@code user}, {@code group} or {@code room} */
    Answers askSockets(String by, String id, int limit) {
        return cluster.ask(SOCKETS, Json.object().put("by", by).put("id", id).put("limit", limit), patience);
    }

    private JsonNode counts() {
        var counts = registry.counts();
        var json = Json.object()
                .put("connections", counts.connections())
                .put("sockets", counts.sockets())
                .put("users", counts.users())
                .put("groups", counts.groups())
                .put("rooms", counts.rooms());
        var namespaces = json.putObject("namespaces");
        counts.namespaces().forEach(namespaces::put);
        ids(json, "userIds", registry.users());
        ids(json, "groupIds", registry.groups());
        return json;
    }

    private static void ids(ObjectNode json, String field, Set<String> ids) {
        if (ids.size() <= MOST_IDS) {
            ids.forEach(json.putArray(field)::add);
        }
    }

    private JsonNode sockets(JsonNode question) {
        var id = question.path("id").asText("");
        var found =
                switch (question.path("by").asText("")) {
                    case "user" -> registry.ofUser(id);
                    case "group" -> registry.ofGroup(id);
                    case "room" -> registry.inRoom(id);
                    default -> List.<Entry>of();
                };
        var json = Json.object().put("total", found.size());
        var list = json.putArray("sockets");
        found.stream().limit(question.path("limit").asInt(0)).forEach(entry -> describe(list, entry));
        return json;
    }

    private void describe(ArrayNode list, Entry entry) {
        var json = list.addObject()
                .put("id", entry.socket().id())
                .put("namespace", entry.socket().namespace())
                .put("userId", entry.who().userId())
                .put("sessionId", entry.who().sessionId())
                .put("group", entry.who().group())
                .put("address", entry.socket().handshake().address())
                .put("node", cluster.node());
        entry.rooms().forEach(json.putArray("rooms")::add);
    }
}
