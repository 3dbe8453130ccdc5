package io.flotilla.socket.conformance;

import io.flotilla.socket.Door;
import io.flotilla.socket.EngineSettings;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.SocketServer;
import io.flotilla.socket.engineio.EngineServer;
import io.flotilla.socket.engineio.Ids;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;

/** An Engine.IO echo at {@code /engine.io/} and a Socket.IO echo at {@code /socket.io/}. */
public final class ConformanceServer {
    private static final int PORT = 3000;
    private static final EngineSettings SETTINGS = new EngineSettings(
            Duration.ofMillis(300),
            Duration.ofMillis(200),
            1_000_000,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            1_000_000,
            16);

    private final EngineServer engine;
    private final SocketServer sockets;

    private ConformanceServer(Vertx vertx) {
        var door = new OpenDoor();
        engine = new EngineServer(vertx, SETTINGS, door, Ids.random(), EngineEcho::new);
        sockets = SocketServer.of(vertx, SETTINGS, door, Map.of("/", new SocketEcho(), "/custom", new SocketEcho()));
    }

    public static void main(String[] arguments) {
        // One event loop: the suites send requests on several connections at once and rely on the order.
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PORT;
        start(vertx, port)
                .onSuccess(server -> System.out.println("ready " + server.actualPort()))
                .onFailure(failure -> {
                    System.err.println(failure.getMessage());
                    System.exit(1);
                });
    }

    static Future<HttpServer> start(Vertx vertx, int port) {
        var conformance = new ConformanceServer(vertx);
        return vertx.createHttpServer(new HttpServerOptions().setPort(port))
                .requestHandler(conformance::take)
                .listen();
    }

    private void take(HttpServerRequest request) {
        var handshake = new Handshake(
                request.headers(),
                request.params(),
                request.remoteAddress().hostAddress(),
                String.valueOf(request.getHeader("Host")));
        switch (request.path()) {
            case "/engine.io/" -> engine.take(request, handshake);
            case "/socket.io/" -> sockets.take(request, handshake);
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static final class OpenDoor implements Door {
        @Override
        public Future<Admission> admit(Handshake handshake) {
            return Future.succeededFuture(new Admission.Admitted(() -> {}));
        }

        @Override
        public boolean letsIn(Handshake request) {
            return true;
        }
    }
}
