package io.flotilla.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A namespace that writes down what happens and does as it is told: {@code echo} says the arguments back and answers with them,
 * {@code close} closes the connection, {@code leave} the namespace. Who comes with {@code {"no":…}} is refused, with {@code {"broken":…}}
 * nobody knows.
 */
public final class Recorder implements Namespace {
    public final List<Socket> sockets = new CopyOnWriteArrayList<>();
    public final List<String> events = new CopyOnWriteArrayList<>();
    public final List<Departure> departures = new CopyOnWriteArrayList<>();

    @Override
    public Future<Entry> enter(Socket socket, JsonNode auth) {
        if (auth.has("no")) {
            return Future.succeededFuture(new Entry.Refused("No entry", TextNode.valueOf("data")));
        }
        if (auth.has("broken")) {
            return Future.failedFuture("broken, for a test");
        }
        return Future.succeededFuture(new Entry.Accepted(new Ear(socket), socket.id(), null));
    }

    private final class Ear implements Listener {
        private final Socket socket;

        Ear(Socket socket) {
            this.socket = socket;
        }

        @Override
        public void opened() {
            sockets.add(socket);
        }

        @Override
        public void heard(Event event) {
            events.add(event.name());
            var args = event.args().toArray(JsonNode[]::new);
            switch (event.name()) {
                case "echo" -> {
                    socket.emit("echoed", args);
                    event.ack(args);
                }
                case "close" -> {
                    socket.emit("last words");
                    socket.close(4242, "as told");
                }
                case "leave" -> socket.disconnect();
                case "fail" -> throw new IllegalStateException("an application that fails, for a test");
                default -> {
                    // Only written down.
                }
            }
        }

        @Override
        public void gone(Departure departure) {
            sockets.remove(socket);
            departures.add(departure);
        }
    }
}
