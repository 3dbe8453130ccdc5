package io.flotilla.socket.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flotilla.socket.Event;
import io.flotilla.socket.Namespace;
import io.flotilla.socket.Socket;
import io.vertx.core.Future;

/** Tells a client what it came with, and says back what it hears: as an event, or as the answer that was asked for. */
public final class SocketEcho implements Namespace {
    @Override
    public Future<Entry> enter(Socket socket, JsonNode auth) {
        return Future.succeededFuture(new Entry.Accepted(new Echo(socket, auth), socket.id(), null));
    }

    private record Echo(Socket socket, JsonNode auth) implements Listener {
        @Override
        public void opened() {
            socket.emit("auth", auth.isMissingNode() ? JsonNodeFactory.instance.objectNode() : auth);
        }

        @Override
        public void heard(Event event) {
            var args = event.args().toArray(JsonNode[]::new);
            switch (event.name()) {
                case "message" -> socket.emit("message-back", args);
                case "message-with-ack" -> event.ack(args);
                default -> {
                    // Not of the suites.
                }
            }
        }
    }
}
