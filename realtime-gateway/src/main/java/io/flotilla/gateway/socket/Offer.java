package io.flotilla.gateway.socket;

import io.flotilla.gateway.admission.SocketToken;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a player offers in {@code Sec-WebSocket-Protocol}: the protocol it speaks and its token. */
record Offer(boolean speaksOurs, SocketToken token) {
    static final String PROTOCOL = "flotilla.media.v1";

    private static final String BEARER = "bearer.";

    static Offer of(List<String> headers) {
        var protocols = headers.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        @Nullable
        String token = protocols.stream()
                .filter(protocol -> protocol.startsWith(BEARER))
                .map(protocol -> protocol.substring(BEARER.length()))
                .findFirst()
                .orElse(null);
        return new Offer(protocols.contains(PROTOCOL), SocketToken.of(token));
    }
}
