package io.flotilla.gateway.protocol;

import java.util.Arrays;
import java.util.List;

/** The WebSocket subprotocols of the public port, and what a client offers (RFC 6455, 11.3.4). */
public final class Subprotocol {
    /** {@code contracts/media.md}. */
    public static final String MEDIA = "flotilla.media.v1";

    private Subprotocol() {}

    /** All that the request's {@code Sec-WebSocket-Protocol} headers name, in order. */
    public static List<String> offered(List<String> headers) {
        return headers.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}
