package io.flotilla.vmbroker.media;

import io.vertx.core.buffer.Buffer;

/** The socket to one gateway node. Messages leave in the order of the calls; no method blocks or calls back before it returns. */
public interface GatewaySocket {
    void text(String json);

    /** The buffer may be shared with other sockets; it is not changed. */
    void binary(Buffer message);

    /** Bytes handed over and not yet taken by the network. */
    long queued();

    /** Bytes taken by the network since it opened. */
    long taken();

    /** Idempotent. */
    void close(int code, String reason);
}
