package io.flotilla.socket;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** One of the things a connection can talk about, by a path such as {@code /rooms}. Called on the socket's event loop; must not block. */
public interface Namespace {
    /** What asking to enter came to. */
    sealed interface Entry {
        /**
         * The client is told, then {@link Listener#opened} runs.
         *
         * @param id what the client gets to know as {@code sid}: {@link Socket#id}, or that of the socket which this one continues
         * @param recovery private id with which the client may continue this socket ({@code pid}); null when it can't
         */
        record Accepted(
                Listener listener, String id, @Nullable String recovery) implements Entry {}

        /** The client gets a {@code connect_error} with this message and data. The connection stays open. */
        record Refused(String message, @Nullable JsonNode data) implements Entry {}
    }

    /**
     * A client asks to enter. Until this is answered, what it sends to the namespace is refused as the protocol says.
     *
     * @param socket nothing may be emitted to it before {@link Listener#opened}
     * @param auth the payload of its CONNECT packet; a missing node when there is none
     */
    Future<Entry> enter(Socket socket, JsonNode auth);

    /** One socket's side of the application. Called in order, on the socket's event loop. */
    interface Listener {
        default void opened() {}

        void heard(Event event);

        /** The last call; runs exactly once for each that was accepted. */
        default void gone(Departure departure) {}
    }

    /** Why a socket is over: names of the reference server. */
    enum Departure {
        CLIENT_DISCONNECT("client namespace disconnect"),
        SERVER_DISCONNECT("server namespace disconnect"),
        TRANSPORT_CLOSE("transport close"),
        TRANSPORT_ERROR("transport error"),
        PING_TIMEOUT("ping timeout"),
        PARSE_ERROR("parse error"),
        SERVER_CLOSE("forced close");

        private final String words;

        Departure(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
