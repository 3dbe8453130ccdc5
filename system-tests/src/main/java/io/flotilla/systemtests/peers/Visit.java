package io.flotilla.systemtests.peers;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * How a client connects.
 *
 * @param transports in the order to try: {@code polling}, {@code websocket}; polling first means to upgrade
 * @param auth payload of the CONNECT packet; empty for none
 * @param reconnects whether the client comes back by itself
 */
public record Visit(
        URI base,
        String namespace,
        List<String> transports,
        JsonObject auth,
        Map<String, String> headers,
        Map<String, String> query,
        boolean reconnects) {
    public static final List<String> POLLING = List.of("polling");
    public static final List<String> WEBSOCKET = List.of("websocket");
    public static final List<String> UPGRADE = List.of("polling", "websocket");

    /** By websocket, with nothing to show, once. */
    public static Visit to(URI base, String namespace) {
        return new Visit(base, namespace, WEBSOCKET, new JsonObject(), Map.of(), Map.of(), false);
    }

    public Visit by(List<String> other) {
        return new Visit(base, namespace, other, auth, headers, query, reconnects);
    }

    /** Adds to what the CONNECT packet says. */
    public Visit saying(String name, String value) {
        var more = auth.deepCopy();
        more.addProperty(name, value);
        return new Visit(base, namespace, transports, more, headers, query, reconnects);
    }

    public Visit withHeaders(Map<String, String> other) {
        return new Visit(base, namespace, transports, auth, other, query, reconnects);
    }

    public Visit withQuery(Map<String, String> other) {
        return new Visit(base, namespace, transports, auth, headers, other, reconnects);
    }

    public Visit comingBack() {
        return new Visit(base, namespace, transports, auth, headers, query, true);
    }
}
