package io.flotilla.gateway.edge;

import io.flotilla.kit.http.TrustedProxies;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.trace.RequestId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Every request to the public port ends here, but those for this gateway's own REST: nothing of the framework's own is reachable through
 * it.
 */
@Singleton
final class PublicPort {
    /** After the filters that give ids and headers, before authentication and all routes. */
    private static final int PRIORITY = 5_000;

    private static final Set<HttpMethod> REFUSED = Set.of(HttpMethod.CONNECT, HttpMethod.TRACE);

    private final ServiceProxy proxy;
    private final MediaUpgrade media;
    private final SocketIoRoute sockets;
    private final TrustedProxies proxies;
    private final IdSource ids;

    PublicPort(ServiceProxy proxy, MediaUpgrade media, SocketIoRoute sockets, TrustedProxies proxies, IdSource ids) {
        this.proxy = proxy;
        this.media = media;
        this.sockets = sockets;
        this.proxies = proxies;
        this.ids = ids;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        if (REFUSED.contains(request.method())) {
            EdgeAnswers.refuse(
                    request.response().putHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"),
                    405,
                    "Method not allowed");
            return;
        }
        var path = Optional.ofNullable(request.path()).flatMap(RequestPath::normalise);
        var id = RequestId.of(context);
        var arrival = Arrival.of(request, proxies, id == null ? ids.readable() : id);
        if (path.isEmpty() || arrival.isEmpty()) {
            EdgeAnswers.refuse(request.response(), 400, path.isEmpty() ? "Odd path" : "Odd or missing Host header");
            return;
        }
        switch (Destination.of(path.get())) {
            case Destination.Nobody() -> EdgeAnswers.refuse(request.response(), 404, "Not found");
            case Destination.Media(var vmId) -> socket(request, () -> media.take(request, vmId, arrival.get()));
            case Destination.SocketIo() -> sockets.take(request, arrival.get());
            case Destination.Here() -> context.next();
            case Destination.Service(var backend) -> service(request, backend, path.get(), arrival.get());
        }
    }

    private static void socket(HttpServerRequest request, Runnable upgrade) {
        if (wantsWebSocket(request)) {
            upgrade.run();
        } else {
            EdgeAnswers.refuse(request.response().putHeader("Upgrade", "websocket"), 426, "This is a WebSocket");
        }
    }

    private void service(HttpServerRequest request, Backend backend, String path, Arrival arrival) {
        if (wantsWebSocket(request)) {
            EdgeAnswers.refuse(request.response(), 404, "No WebSocket here");
        } else {
            proxy.pass(request, backend, path, arrival);
        }
    }

    private static boolean wantsWebSocket(HttpServerRequest request) {
        return request.headers().contains("Upgrade", "websocket", true);
    }
}
