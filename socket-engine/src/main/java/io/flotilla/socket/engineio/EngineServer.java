package io.flotilla.socket.engineio;

import io.flotilla.socket.Door;
import io.flotilla.socket.EngineSettings;
import io.flotilla.socket.Handshake;
import io.flotilla.socket.loop.Lane;
import io.flotilla.socket.websocket.OpeningHandshake;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.net.impl.NetSocketInternal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** From requests to sessions. Thread-safe; requests are taken on their event loops. */
public final class EngineServer {
    private static final System.Logger LOG = System.getLogger(EngineServer.class.getName());
    private static final int AWAY = 503;

    private final Vertx vertx;
    private final EngineSettings settings;
    private final Door door;
    private final Function<Session, Ear> ears;
    private final Supplier<String> ids;
    private final Sessions sessions = new Sessions();
    private final Map<EventLoop, Neighbours> neighbours = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean draining;

    public EngineServer(
            Vertx vertx, EngineSettings settings, Door door, Supplier<String> ids, Function<Session, Ear> ears) {
        this.vertx = vertx;
        this.settings = settings;
        this.door = door;
        this.ids = ids;
        this.ears = ears;
    }

    public int connections() {
        return connections.get();
    }

    public void take(HttpServerRequest request, Handshake handshake) {
        var context = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
        var exchange = new Exchange(request, context);
        if (!door.letsIn(handshake)) {
            exchange.refuse(EngineError.FORBIDDEN);
            return;
        }
        Cors.allow(request);
        if (request.method().equals(HttpMethod.OPTIONS)) {
            Cors.preflight(request);
            return;
        }
        var upgrade = OpeningHandshake.isAsked(request);
        if (upgrade && OpeningHandshake.fault(request).isPresent()) {
            exchange.refuseUpgrade(EngineError.BAD_REQUEST);
            return;
        }
        var query = handshake.query();
        var ask =
                Ask.of(sessions, request.method(), upgrade, query.get("transport"), query.get("sid"), query.get("EIO"));
        switch (ask) {
            case Ask.Refused(var error) when upgrade -> exchange.refuseUpgrade(error);
            case Ask.Refused(var error) -> exchange.refuse(error);
            case Ask.OddMethod() -> exchange.empty(500);
            case Ask.Poll(var session) -> session.run(() -> session.poll(exchange));
            case Ask.Post(var session) -> PostBody.take(session, exchange, settings.maxPayload());
            case Ask.Upgrade(var session) ->
                upgrade(
                        exchange,
                        () -> session,
                        (known, wire) -> known.upgrade().begin(wire),
                        () -> {});
            case Ask.Open(var webSocket) -> open(exchange, handshake, context, webSocket);
        }
    }

    /** Closes all over at most so long, and takes nobody new. */
    public Future<Void> drain(int code, String reason, long overMs) {
        draining = true;
        return new Draining(vertx, sessions.open(), code, reason).over(overMs);
    }

    private void open(Exchange exchange, Handshake handshake, ContextInternal context, boolean webSocket) {
        if (draining) {
            goingAway(exchange);
            return;
        }
        exchange.request().pause();
        admission(handshake)
                .onComplete(asked -> context.runOnContext(now -> {
                    exchange.request().resume();
                    if (asked.failed()) {
                        LOG.log(System.Logger.Level.WARNING, "Nobody could say who may connect", asked.cause());
                        exchange.refuse(
                                AWAY, EngineError.FORBIDDEN.code(), "It cannot be checked now who you are; try again");
                        return;
                    }
                    switch (asked.result()) {
                        case Door.Admission.Refused refused -> {
                            exchange.request().response().headers().addAll(refused.headers());
                            exchange.refuse(refused.status(), refused.code(), refused.message());
                        }
                        case Door.Admission.Admitted(var gone) ->
                            admitted(exchange, handshake, context, webSocket, gone);
                    }
                }));
    }

    private static void goingAway(Exchange exchange) {
        exchange.refuse(AWAY, EngineError.FORBIDDEN.code(), "This node shuts down; try again");
    }

    private Future<Door.Admission> admission(Handshake handshake) {
        try {
            return door.admit(handshake);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private void admitted(
            Exchange exchange, Handshake handshake, ContextInternal context, boolean webSocket, Runnable gone) {
        if (exchange.request().response().closed()) {
            gone.run();
            return;
        }
        if (draining) {
            gone.run();
            goingAway(exchange);
            return;
        }
        if (webSocket) {
            upgrade(exchange, () -> session(handshake, context, gone), Session::begin, gone);
        } else {
            var session = session(handshake, context, gone);
            session.run(() -> session.begin(exchange));
        }
    }

    private Session session(Handshake handshake, ContextInternal context, Runnable gone) {
        connections.incrementAndGet();
        var here = neighbours.computeIfAbsent(
                context.nettyEventLoop(), loop -> new Neighbours(new Lane(loop), settings, sessions));
        Runnable over = () -> {
            connections.decrementAndGet();
            gone.run();
        };
        var session = new Session(ids.get(), handshake, context, here, over, ears);
        sessions.add(session);
        return session;
    }

    /** {@code then} runs on the session's event loop. */
    private void upgrade(
            Exchange exchange, Supplier<Session> sessions, BiConsumer<Session, Wire> then, Runnable failed) {
        OpeningHandshake.accept(exchange.request());
        exchange.request().toNetSocket().onComplete(upgraded -> {
            if (upgraded.failed()) {
                failed.run();
                exchange.abort();
                return;
            }
            var session = sessions.get();
            var wire = new Wire(session, settings.maxPayload(), settings.queue());
            var channel = ((NetSocketInternal) upgraded.result()).channelHandlerContext();
            channel.pipeline().addBefore(channel.name(), "messages", wire.line());
            wire.line().begin();
            session.soon(() -> then.accept(session, wire));
        });
    }
}
