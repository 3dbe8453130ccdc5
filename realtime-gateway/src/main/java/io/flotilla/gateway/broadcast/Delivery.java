package io.flotilla.gateway.broadcast;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.registry.Registry;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Outgoing;
import io.flotilla.socket.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says broadcasts to the sockets of this node, each once. Thread-safe; does not wait for any socket. */
final class Delivery {
    /** As many as are remembered; ten minutes of a broadcast each half second. */
    private static final int REMEMBERED = 1_200;

    private final Registry registry;
    private final Map<String, Result> done = new LinkedHashMap<>();

    Delivery(Registry registry) {
        this.registry = registry;
    }

    /** How many it was written to. */
    record Result(int delivered, int connections) {
        JsonNode json() {
            return Json.object().put("delivered", delivered).put("connections", connections);
        }
    }

    /** Said again, it answers what it did the first time. */
    synchronized Result deliver(Broadcast broadcast) {
        var before = done.get(broadcast.id());
        if (before != null) {
            return before;
        }
        var result = say(broadcast, Audience.of(broadcast, registry));
        done.put(broadcast.id(), result);
        if (done.size() > REMEMBERED) {
            var oldest = done.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return result;
    }

    private static Result say(Broadcast broadcast, List<Socket> audience) {
        // Encoded once for each namespace it is said in.
        var messages = new HashMap<String, Outgoing>();
        var connections = Collections.newSetFromMap(new IdentityHashMap<Handshake, Boolean>());
        var open = new ArrayList<>(audience);
        open.removeIf(socket -> !socket.isOpen());
        for (var socket : open) {
            connections.add(socket.handshake());
            socket.emit(messages.computeIfAbsent(socket.namespace(), path -> message(path, broadcast)));
        }
        return new Result(open.size(), connections.size());
    }

    private static Outgoing message(String namespace, Broadcast broadcast) {
        var data = broadcast.data();
        return data == null
                ? Outgoing.event(namespace, broadcast.event())
                : Outgoing.event(namespace, broadcast.event(), data);
    }
}
