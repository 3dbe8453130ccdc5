package io.flotilla.gateway.study;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.SocketClient;
import io.flotilla.gateway.channel.Channels;
import io.flotilla.gateway.namespace.Identification;
import io.flotilla.gateway.namespace.Identified;
import io.flotilla.gateway.namespace.Identity;
import io.flotilla.gateway.namespace.LastWords;
import io.flotilla.gateway.namespace.Lives;
import io.flotilla.gateway.namespace.Proof;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.socket.Door;
import io.flotilla.socket.EngineSettings;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.Socket;
import io.flotilla.socket.SocketServer;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A gateway that has nothing but this namespace, on the real engine and a port of its own. A token is a user's name; {@code bad} is nobody's. */
final class StudyNode implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer http;
    final StudyRounds rounds;
    final List<String> attended = new CopyOnWriteArrayList<>();

    /** By user id, what ends their socket. */
    final Map<String, Consumer<CloseCode>> lives = new ConcurrentHashMap<>();

    StudyNode(StudyRecord record, Channels channels) {
        rounds = new StudyRounds(record, (Collection<String> ids) -> attended.addAll(ids), channels, vertx);
        var namespace = new StudyNamespace(new ByName(), new Ended(), record, rounds);
        var server = SocketServer.of(vertx, EngineSettings.DEFAULT, new Open(), Map.of(StudyNamespace.PATH, namespace));
        http = vertx.createHttpServer()
                .requestHandler(request -> server.take(request, handshake(request)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        rounds.begin(new StartupEvent());
    }

    SocketClient.Plan client() {
        return SocketClient.to(http.actualPort());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Handshake handshake(HttpServerRequest request) {
        return new Handshake(request.headers(), request.params(), "192.0.2.1", "localhost");
    }

    private static final class Open implements Door {
        @Override
        public Future<Admission> admit(Handshake handshake) {
            return Future.succeededFuture(new Admission.Admitted(() -> {}));
        }

        @Override
        public boolean letsIn(Handshake request) {
            return true;
        }
    }

    private static final class ByName implements Identification {
        @Override
        public Future<Identity> identify(Handshake handshake, JsonNode auth) {
            return Future.succeededFuture(identity(auth.path("token").textValue()));
        }

        private static Identity identity(@Nullable String token) {
            if (token == null) {
                return new Identity.Refused(Identity.Reason.MISSING);
            }
            return token.equals("bad")
                    ? new Identity.Refused(Identity.Reason.INVALID)
                    : new Identity.Known(
                            new Identified(token, "sid-" + token, token, Set.of("user"), null, new Proof.Token()));
        }
    }

    private final class Ended implements Lives {
        @Override
        public void begin(Socket socket, Identified who, LastWords lastWords) {
            lives.put(who.userId(), code -> {
                lastWords.say(code);
                socket.disconnect();
            });
        }
    }
}
