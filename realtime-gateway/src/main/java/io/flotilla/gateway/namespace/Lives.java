package io.flotilla.gateway.namespace;

import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.socket.Socket;

/**
 * Ends sockets whose user is not let in any more: the user session is over or revoked ({@link CloseCode#SESSION_OVER}), the token has
 * expired ({@link CloseCode#TOKEN_EXPIRED}). Thread-safe; nothing here blocks or throws.
 */
public interface Lives {
    /**
     * Watches a socket from now on, until it is gone; to be called in {@link io.flotilla.socket.Namespace.Listener#opened}. Also makes
     * it count for the registry and for broadcasts.
     *
     * @param lastWords runs at most once, on the socket's event loop, when its time is over: the namespace's chance to emit why. Whatever
     *     it does, the socket is ended right after it (taken out of the namespace; for a code that says "come back" the whole connection
     *     is closed) and no event of the client is handed over any more.
     */
    void begin(Socket socket, Identified who, LastWords lastWords);

    /** The namespace has learnt by itself that a socket's time is over: it is ended as any other, its last words included. */
    default void over(Socket socket, CloseCode why) {
        socket.disconnect();
    }
}
