package io.flotilla.socket.socketio;

import io.flotilla.socket.Door;
import io.flotilla.socket.EngineSettings;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Namespace;
import io.flotilla.socket.SocketServer;
import io.flotilla.socket.engineio.EngineServer;
import io.flotilla.socket.engineio.Ids;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.function.Supplier;

/** The server: Engine.IO below, a {@link Client} for each session. */
public final class ClientServer implements SocketServer {
    private final EngineServer engine;

    public ClientServer(
            Vertx vertx, EngineSettings settings, Door door, Map<String, Namespace> namespaces, Supplier<String> ids) {
        var known = Map.copyOf(namespaces);
        this.engine = new EngineServer(vertx, settings, door, ids, session -> new Client(session, known, ids));
    }

    public static SocketServer of(Vertx vertx, EngineSettings settings, Door door, Map<String, Namespace> namespaces) {
        return new ClientServer(vertx, settings, door, namespaces, Ids.random());
    }

    @Override
    public void take(HttpServerRequest request, Handshake handshake) {
        engine.take(request, handshake);
    }

    @Override
    public int connections() {
        return engine.connections();
    }

    @Override
    public Future<Void> drain(int code, String reason, long overMs) {
        return engine.drain(code, reason, overMs);
    }
}
