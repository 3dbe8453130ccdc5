package io.flotilla.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Context;

/**
 * One client in one namespace. Thread-safe; nothing here blocks or throws; what is emitted from one thread arrives in that order. What
 * is emitted to a socket that is over is dropped. A client that does not take what it is sent is closed once it is
 * {@link EngineSettings#queue} bytes behind.
 */
public interface Socket {
    /** Unguessable, new for each; not secret. */
    String id();

    String namespace();

    Handshake handshake();

    /** The event loop it lives on. */
    Context context();

    /** Sends an event written for this namespace. */
    void emit(Outgoing event);

    /** Encodes and sends. */
    void emit(String name, JsonNode... args);

    /** Sends it unless the client is behind: for what the next one makes old. */
    void emitVolatile(Outgoing event);

    /** Takes the client out of this namespace; it does not come back by itself. */
    void disconnect();

    /**
     * Closes the whole connection, with all its namespaces, after what was emitted before.
     *
     * @param code of a WebSocket's close frame; the client comes back by itself, whatever it is
     */
    void close(int code, String reason);

    boolean isOpen();

    /** Bytes handed over that the network has not taken yet, of the whole connection. */
    long pending();
}
