package io.flotilla.vmbroker.egress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One VM's proxy on loopback. Tunnels ({@code CONNECT}) and plain requests both pass the {@link Gatekeeper} first, both stream with
 * back-pressure, so a guard holds no more than a few socket buffers for each connection. All on one event loop.
 */
public final class EgressGuard implements AutoCloseable {
    static final int MAX_HEADERS = 32 * 1024;
    private static final int MAX_LINE = 16 * 1024;
    private static final Logger LOG = Logger.getLogger(EgressGuard.class);

    private final String vmId;
    private final Vertx vertx;
    private final Gatekeeper gatekeeper;
    private final Outbound outbound;
    private final Consumer<Refusal> refusals;
    private final int connectionLimit;
    private final AtomicInteger connections = new AtomicInteger();
    private final HttpServer server;

    EgressGuard(String vmId, Vertx vertx, Gatekeeper gatekeeper, Outbound outbound, Limits limits) {
        this.vmId = vmId;
        this.vertx = vertx;
        this.gatekeeper = gatekeeper;
        this.outbound = outbound;
        this.refusals = limits.refusals();
        this.connectionLimit = limits.connections();
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setMaxHeaderSize(MAX_HEADERS)
                        .setMaxInitialLineLength(MAX_LINE)
                        .setHandle100ContinueAutomatically(true)
                        .setHttp2ClearTextEnabled(false))
                .connectionHandler(this::connected)
                .requestHandler(this::handle);
    }

    /** @param refusals hears of each refusal, to be counted */
    record Limits(int connections, Consumer<Refusal> refusals) {}

    Future<EgressGuard> listen() {
        return server.listen().map(this);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.actualPort());
    }

    /** Closes the listener and every connection through it. */
    @Override
    public void close() {
        server.close().onFailure(cause -> LOG.warnf("guard of VM %s did not close: %s", vmId, cause.getMessage()));
    }

    private void connected(HttpConnection connection) {
        if (connections.incrementAndGet() > connectionLimit) {
            refusals.accept(Refusal.BUSY);
            connection.close();
        }
        connection.closeHandler(_ -> connections.decrementAndGet());
    }

    private void handle(HttpServerRequest request) {
        request.pause();
        request.exceptionHandler(_ -> {});
        if (request.method().equals(HttpMethod.CONNECT)) {
            Destination.parse(request.uri(), -1)
                    .ifPresentOrElse(to -> tunnel(request, to), () -> refuse(request, Refusal.NOT_AN_ADDRESS, "-"));
        } else {
            PlainTarget.parse(request.uri())
                    .ifPresentOrElse(to -> plain(request, to), () -> refuse(request, Refusal.NOT_AN_ADDRESS, "-"));
        }
    }

    private void tunnel(HttpServerRequest request, Destination to) {
        gatekeeper.admit(to).onSuccess(admission -> {
            switch (admission) {
                case Gatekeeper.Admission.Refused(var reason) -> refuse(request, reason, to.toString());
                case Gatekeeper.Admission.ToAgent(var address) -> tunnel(request, to, outbound.connectToAgent(address));
                case Gatekeeper.Admission.Through(var addresses) -> tunnel(request, to, outbound.connect(addresses));
            }
        });
    }

    private void tunnel(HttpServerRequest request, Destination to, Future<NetSocket> connecting) {
        connecting
                .onFailure(_ -> refuse(request, Refusal.NO_ANSWER, to.toString()))
                .onSuccess(far ->
                        request.toNetSocket().onFailure(_ -> far.close()).onSuccess(near -> Pipes.join(near, far)));
    }

    private void plain(HttpServerRequest request, PlainTarget target) {
        gatekeeper.admit(target.destination()).onSuccess(admission -> {
            switch (admission) {
                case Gatekeeper.Admission.Refused(var reason) ->
                    refuse(request, reason, target.destination().toString());
                case Gatekeeper.Admission.ToAgent _ ->
                    refuse(request, Refusal.INSIDE, target.destination().toString());
                case Gatekeeper.Admission.Through(var addresses) ->
                    new PlainExchange(request, target)
                            .run(outbound, addresses)
                            .onFailure(_ -> refuse(
                                    request,
                                    Refusal.NO_ANSWER,
                                    target.destination().toString()));
            }
        });
    }

    /** Host and port are told to the log, never a path or query. */
    private void refuse(HttpServerRequest request, Refusal reason, String where) {
        refusals.accept(reason);
        LOG.debugf("VM %s may not reach %s: %s", vmId, where, reason);
        if (request.response().headWritten()) {
            request.connection().close();
        } else if (!request.response().closed()) {
            RefusalPage.send(request, reason);
            vertx.setTimer(
                    TimeUnit.SECONDS.toMillis(1), _ -> request.connection().close());
        }
    }
}
