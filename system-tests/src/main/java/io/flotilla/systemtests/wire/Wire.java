package io.flotilla.systemtests.wire;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import java.util.concurrent.CompletableFuture;

/** The event loop of many {@link WireSocket}s. Thread-safe. */
public final class Wire implements AutoCloseable {
    /** What the kernel takes for a socket that does not read; without a bound it would be megabytes. */
    private static final int FEW_BYTES = 8 * 1024;

    private final Vertx vertx;
    private final Context loop;
    private final NetClient client;
    private final NetClient narrow;

    public Wire() {
        vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(2));
        loop = vertx.getOrCreateContext();
        var options = new NetClientOptions().setConnectTimeout(10_000);
        client = vertx.createNetClient(options);
        narrow = vertx.createNetClient(new NetClientOptions(options).setReceiveBufferSize(FEW_BYTES));
    }

    /** Completes once the namespace let it in; fails, saying why, when something refused it. */
    public CompletableFuture<WireSocket> open(Entrance entrance, WireListener listener) {
        return open(client, entrance, listener);
    }

    /** The same for one whose kernel keeps little: when it pauses, the server soon feels it. */
    public CompletableFuture<WireSocket> openNarrow(Entrance entrance, WireListener listener) {
        return open(narrow, entrance, listener);
    }

    private CompletableFuture<WireSocket> open(NetClient through, Entrance entrance, WireListener listener) {
        var opened = new CompletableFuture<WireSocket>();
        var base = entrance.base();
        loop.runOnContext(nothing -> through.connect(base.getPort(), base.getHost())
                .onSuccess(line -> new WireSocket(loop, line, entrance, listener, opened).begin())
                .onFailure(opened::completeExceptionally));
        return opened;
    }

    /** Where all listeners are called: for what must happen between their calls. */
    public void run(Runnable work) {
        loop.runOnContext(nothing -> work.run());
    }

    /** Runs once on the event loop, after that time. */
    public void later(long millis, Runnable work) {
        loop.runOnContext(nothing -> vertx.setTimer(millis, number -> work.run()));
    }

    /** Runs on the event loop again and again; returns what ends it. */
    public Runnable every(long millis, Runnable work) {
        var timer = new CompletableFuture<Long>();
        loop.runOnContext(nothing -> timer.complete(vertx.setPeriodic(millis, number -> work.run())));
        return () -> vertx.cancelTimer(timer.join());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
