package io.flotilla.gateway.broadcast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.cluster.Answers;
import io.flotilla.gateway.protocol.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Makes one answer of what the nodes said ({@code contracts/sockets.md}). Pure. */
final class RealtimeAnswers {
    private static final int MOST_IDS = 10_000;
    private static final List<String> OF_A_NODE =
            List.of("connections", "sockets", "users", "groups", "rooms", "namespaces");

    private RealtimeAnswers() {}

    static ObjectNode broadcast(String id, Answers answers) {
        var json = Json.object().put("id", id);
        json.put("delivered", sum(answers, "delivered")).put("connections", sum(answers, "connections"));
        return nodes(json, answers, List.of("delivered", "connections"));
    }

    static ObjectNode counts(Answers answers) {
        var json = Json.object();
        json.put("connections", sum(answers, "connections")).put("sockets", sum(answers, "sockets"));
        var namespaces = new TreeMap<String, Integer>();
        for (var answer : answers.given().values()) {
            for (var one : answer.path("namespaces").properties()) {
                namespaces.merge(one.getKey(), one.getValue().asInt(), Integer::sum);
            }
        }
        namespaces.forEach(json.putObject("namespaces")::put);
        distinct(json, "users", answers, "userIds");
        distinct(json, "groups", answers, "groupIds");
        return nodes(json, answers, OF_A_NODE);
    }

    static ObjectNode sockets(Answers answers, int limit) {
        var json = Json.object().put("total", sum(answers, "total"));
        var list = json.putArray("sockets");
        for (var answer : answers.given().values()) {
            for (var socket : answer.path("sockets")) {
                if (list.size() < limit) {
                    list.add(socket);
                }
            }
        }
        return nodes(json, answers, List.of("total"));
    }

    private static ObjectNode nodes(ObjectNode json, Answers answers, List<String> fields) {
        var list = json.putArray("nodes");
        answers.given().forEach((node, answer) -> {
            var one = list.addObject().put("node", node);
            for (var field : fields) {
                one.set(field, answer.path(field));
            }
        });
        answers.failed()
                .forEach((node, why) -> list.addObject().put("node", node).put("error", why));
        return json.put("partial", answers.isPartial());
    }

    private static int sum(Answers answers, String field) {
        return answers.given().values().stream()
                .mapToInt(answer -> answer.path(field).asInt(0))
                .sum();
    }

    /** How many there are over all nodes; null when that is too many to compare. */
    private static void distinct(ObjectNode json, String field, Answers answers, String ids) {
        Set<String> all = new HashSet<>();
        for (var answer : answers.given().values()) {
            JsonNode list = answer.path(ids);
            if (!list.isArray()) {
                json.putNull(field);
                return;
            }
            list.forEach(id -> all.add(id.asText()));
        }
        if (all.size() > MOST_IDS) {
            json.putNull(field);
        } else {
            json.put(field, all.size());
        }
    }
}
