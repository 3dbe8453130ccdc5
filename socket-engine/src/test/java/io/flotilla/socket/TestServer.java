package io.flotilla.socket;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server with the engine on it, on two event loops, so that a client's requests come in on both. */
public final class TestServer implements AutoCloseable {
    public static final EngineSettings SETTINGS = EngineSettings.DEFAULT;
    private static final int LOOPS = 2;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    private final SocketServer sockets;
    private final AtomicInteger port = new AtomicInteger();
    private volatile String deployment = "";

    public TestServer(EngineSettings settings, Door door, Map<String, Namespace> namespaces) {
        sockets = SocketServer.of(vertx, settings, door, namespaces);
        var up = new CountDownLatch(1);
        vertx.deployVerticle(Http::new, new DeploymentOptions().setInstances(LOOPS))
                .onComplete(id -> {
                    deployment = String.valueOf(id.result());
                    up.countDown();
                });
        await(up);
    }

    public TestServer(EngineSettings settings, Namespace main) {
        this(settings, new TestDoor(), Map.of("/", main));
    }

    public int port() {
        return port.get();
    }

    public SocketServer sockets() {
        return sockets;
    }

    public static EngineSettings withPings(Duration every, Duration timeout) {
        return new EngineSettings(
                every,
                timeout,
                SETTINGS.maxPayload(),
                SETTINGS.upgradeTimeout(),
                SETTINGS.connectTimeout(),
                SETTINGS.queue(),
                SETTINGS.namespaces());
    }

    @Override
    public void close() {
        var undeployed = new CountDownLatch(1);
        vertx.undeploy(deployment).onComplete(done -> undeployed.countDown());
        await(undeployed);
        var down = new CountDownLatch(1);
        vertx.close().onComplete(done -> down.countDown());
        await(down);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server neither starts nor stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Http extends AbstractVerticle {
        @Override
        public void start(Promise<Void> started) {
            // Instances share the first one's port.
            synchronized (port) {
                vertx.createHttpServer(new HttpServerOptions().setPort(port.get() == 0 ? -1 : port.get()))
                        .requestHandler(this::take)
                        .listen()
                        .onSuccess(server -> {
                            port.compareAndSet(0, server.actualPort());
                            started.complete();
                        })
                        .onFailure(started::fail);
            }
        }

        private void take(HttpServerRequest request) {
            var host = String.valueOf(request.getHeader("Host"));
            sockets.take(request, new Handshake(request.headers(), request.params(), "192.0.2.1", host));
        }
    }
}
