package io.flotilla.gateway.namespace;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.socket.Handshake;
import io.vertx.core.Future;

/**
 * Finds out who a client is: by {@code auth.token}, else {@code Authorization: Bearer}, else the query's {@code token}, else the cookie
 * with an allowed {@code Origin}. The first that is there counts alone. To be asked whenever a client enters a namespace, also when it
 * continues a socket it had before.
 */
public interface Identification {
    /**
     * Never blocks, and never fails: whatever goes wrong is {@link Identity.Unknown}. Completes on the caller's event loop. A ticket is
     * redeemed once a connection: shown again on the same one it stands for the same user.
     *
     * @param handshake that of the socket, the very object
     * @param auth the payload of the CONNECT packet
     */
    Future<Identity> identify(Handshake handshake, JsonNode auth);
}
