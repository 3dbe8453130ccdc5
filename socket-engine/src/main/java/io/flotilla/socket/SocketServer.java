package io.flotilla.socket;

import io.flotilla.socket.socketio.ClientServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/**
 * The server. It listens to nothing by itself: requests whose path is {@code /socket.io/} are handed to {@link #take}.
 */
public interface SocketServer {
    static SocketServer of(Vertx vertx, EngineSettings settings, Door door, Map<String, Namespace> namespaces) {
        return ClientServer.of(vertx, settings, door, namespaces);
    }

    /** Answers or upgrades. On the request's event loop; the request's body must not have been read. */
    void take(HttpServerRequest request, Handshake handshake);

    /** Open connections of this process. */
    int connections();

    /** Closes every connection over at most {@code overMs}, spread evenly, and takes no new one; completes when all are told. */
    Future<Void> drain(int code, String reason, long overMs);
}
