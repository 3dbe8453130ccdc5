package io.flotilla.gateway.player;

import io.flotilla.gateway.admission.SocketToken;
import io.flotilla.gateway.protocol.Subprotocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a player offers in {@code Sec-WebSocket-Protocol}: the protocol it speaks and its token. */
record Offer(boolean speaksOurs, SocketToken token) {
    private static final String BEARER = "bearer.";

    static Offer of(List<String> headers) {
        var protocols = Subprotocol.offered(headers);
        @Nullable
        String token = protocols.stream()
                .filter(protocol -> protocol.startsWith(BEARER))
                .map(protocol -> protocol.substring(BEARER.length()))
                .findFirst()
                .orElse(null);
        return new Offer(protocols.contains(Subprotocol.MEDIA), SocketToken.of(token));
    }
}
