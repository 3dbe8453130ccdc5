package io.flotilla.systemtests.wire;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.util.concurrent.CompletableFuture;

/** The event loop of many {@link WireSocket}s. Thread-safe. */
public final class Wire implements AutoCloseable {
    private final Vertx vertx;
    private final Context loop;
    private final NetClient client;

    public Wire() {
        vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(2));
        loop = vertx.getOrCreateContext();
        client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(10_000));
    }

    /** Completes once the namespace let it in; fails, saying why, when something refused it. */
    public CompletableFuture<WireSocket> open(Entrance entrance, WireListener listener) {
        var opened = new CompletableFuture<WireSocket>();
        loop.runOnContext(nothing -> client.connect(
                        entrance.base().getPort(), entrance.base().getHost())
                .onSuccess(line -> new WireSocket(loop, line, entrance, listener, opened).begin())
                .onFailure(opened::completeExceptionally));
        return opened;
    }

    /** Where all listeners are called: for what must happen between their calls. */
    public void run(Runnable work) {
        loop.runOnContext(nothing -> work.run());
    }

    /** Runs on the event loop again and again; returns what ends it. */
    public Runnable every(long millis, Runnable work) {
        var timer = vertx.setPeriodic(millis, number -> work.run());
        return () -> vertx.cancelTimer(timer);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
