package io.flotilla.gateway.media;

import io.flotilla.gateway.protocol.CloseCode;
import io.vertx.core.buffer.Buffer;

/** The way to one player. Never blocks, never throws; after {@link #close} everything is a no-op. Order is kept. Thread-safe. */
public interface Outlet {
    /** Sends the buffer itself: nobody may change it afterwards. */
    void media(Buffer bytes);

    void text(String json);

    void close(CloseCode code, String reason);

    /** Bytes handed over that the socket has not taken yet. */
    long pending();

    /** Bytes the socket has taken so far; says nothing of what the player has seen. */
    long taken();
}
