package io.flotilla.gateway.socket;

import io.flotilla.gateway.protocol.CloseCode;
import org.jspecify.annotations.Nullable;

/** A socket that was let in, as far as its node and the user session behind it are concerned. Thread-safe; nothing blocks or throws. */
public interface OpenSocket {
    /** Handle of the user session it dies with; null when there is none. */
    @Nullable
    String sessionId();

    /** Whether it is a connection of its own; false for one of several sockets on a connection that is drained as a whole. */
    default boolean isConnection() {
        return true;
    }

    /** Idempotent. */
    void close(CloseCode code, String reason);

    /** The user session is over. Idempotent. */
    default void sessionOver() {
        close(CloseCode.SESSION_OVER, CloseCode.SESSION_OVER.reason());
    }
}
