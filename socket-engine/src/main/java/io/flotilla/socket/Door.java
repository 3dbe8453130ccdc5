package io.flotilla.socket;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;

/** Decides which connections come to be, before any namespace is asked. Called on the connection's event loop; must not block. */
public interface Door {
    sealed interface Admission {
        /** {@code gone} runs once, when the connection is over, also when it never came to be. */
        record Admitted(Runnable gone) implements Admission {}

        /** Answered as HTTP, with the reference's body {@code {"code","message"}}. */
        record Refused(int status, int code, String message, MultiMap headers) implements Admission {}
    }

    /** Asked once a connection; a failed future is a 503. */
    Future<Admission> admit(Handshake handshake);

    /**
     * Asked for each HTTP request, of whatever transport, before anything else: whether a page of that origin may talk to us. An allowed
     * origin gets CORS headers on polling; a refused one 403.
     */
    boolean letsIn(Handshake request);
}
