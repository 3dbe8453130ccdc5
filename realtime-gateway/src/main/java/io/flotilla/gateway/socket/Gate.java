package io.flotilla.gateway.socket;

import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.edge.Arrival;
import io.flotilla.gateway.edge.EdgeAnswers;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.kit.config.KitConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The steps from a request to a socket. The request is held while its credential is looked at; then it is upgraded even if it is refused,
 * as a browser learns why only from a close code. What is not the client's fault (a foreign page, a dependency away, a drain) stays plain
 * HTTP. To be used on the request's event loop; nothing here blocks.
 */
@Singleton
public final class Gate {
    private static final Logger LOG = Logger.getLogger(Gate.class);

    private final Vertx vertx;
    private final Drain drain;
    private final Origins origins;
    private final GatewayConfig config;

    Gate(Vertx vertx, Drain drain, GatewayConfig config, KitConfig kit) {
        this.vertx = vertx;
        this.drain = drain;
        this.config = config;
        this.origins = Origins.of(config.allowedOrigins(), kit.publicUrl());
    }

    /** Whether sockets are opened at all; when not, the request is answered. */
    public boolean isOpen(HttpServerRequest request) {
        if (drain.isDraining()) {
            unavailable(request, "This node shuts down; try again");
            return false;
        }
        return true;
    }

    /** Whether a page of that origin may open sockets. A client without one is no page. */
    public boolean letsIn(@Nullable String origin, Arrival arrival) {
        return origins.allow(origin, arrival.host());
    }

    /** Holds the request, asks on a thread that may block, and goes on with the answer on the event loop; an exception is a 503. */
    public <A> void ask(HttpServerRequest request, String name, Supplier<A> question, Consumer<A> answer) {
        request.pause();
        var context = vertx.getOrCreateContext();
        Thread.ofVirtual().name(name).start(() -> {
            try {
                var found = question.get();
                context.runOnContext(nothing -> answer.accept(found));
            } catch (RuntimeException e) {
                LOG.errorf(e, "Nobody could say whether a socket may be opened");
                context.runOnContext(
                        nothing -> unavailable(request, "It cannot be checked now who you are; try again"));
            }
        });
    }

    /** The socket; when this was no handshake, the request is answered. */
    public Future<ServerWebSocket> upgrade(HttpServerRequest request) {
        return request.toWebSocket()
                .onFailure(odd -> EdgeAnswers.refuse(request.response(), 400, "Not a WebSocket handshake"));
    }

    /** Says no in the one way that pages can read. */
    public void turnAway(HttpServerRequest request, CloseCode code) {
        upgrade(request).onSuccess(socket -> socket.close(code.number(), code.reason()));
    }

    public void unavailable(HttpServerRequest request, String message) {
        request.resume();
        EdgeAnswers.unavailable(request.response(), message, config.edge().retryAfter());
    }
}
