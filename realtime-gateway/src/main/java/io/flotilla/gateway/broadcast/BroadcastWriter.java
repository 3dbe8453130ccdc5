package io.flotilla.gateway.broadcast;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flotilla.gateway.protocol.Json;
import java.util.Set;

/** Writes a broadcast as {@link BroadcastReader} reads it. Pure. */
final class BroadcastWriter {
    private BroadcastWriter() {}

    static ObjectNode write(Broadcast broadcast) {
        var json = Json.object().put("id", broadcast.id()).put("event", broadcast.event());
        target(json.putObject("target"), broadcast.target());
        if (broadcast.namespace() != null) {
            json.put("namespace", broadcast.namespace());
        }
        if (broadcast.data() != null) {
            json.set("data", broadcast.data());
        }
        var filter = json.putObject("filter");
        list(filter, "roles", broadcast.filter().roles());
        var except = filter.putObject("except");
        list(except, "users", broadcast.filter().exceptUsers());
        list(except, "sockets", broadcast.filter().exceptSockets());
        return json;
    }

    private static void target(ObjectNode json, Target target) {
        switch (target) {
            case Target.All() -> json.put("all", true);
            case Target.Users(var ids) -> list(json, "users", ids);
            case Target.Groups(var ids) -> list(json, "groups", ids);
            case Target.Room(var id) -> json.put("room", id);
        }
    }

    private static void list(ObjectNode json, String field, Set<String> values) {
        var list = json.putArray(field);
        values.forEach(list::add);
    }
}
