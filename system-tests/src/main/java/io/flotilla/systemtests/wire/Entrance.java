package io.flotilla.systemtests.wire;

import java.net.URI;
import java.util.Map;

/**
 * Where and as whom to connect.
 *
 * @param headers of the upgrade request
 * @param auth JSON of the CONNECT packet; empty for none
 */
public record Entrance(URI base, String namespace, Map<String, String> headers, String auth) {
    public Entrance at(URI other) {
        return new Entrance(other, namespace, headers, auth);
    }

    public Entrance saying(String json) {
        return new Entrance(base, namespace, headers, json);
    }

    /** The upgrade request. */
    String request() {
        var request = new StringBuilder("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ")
                .append(base.getAuthority())
                .append("\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
                .append("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        return request.append("\r\n").toString();
    }
}
