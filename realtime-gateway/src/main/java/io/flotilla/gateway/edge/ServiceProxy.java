package io.flotilla.gateway.edge;

import io.flotilla.gateway.GatewayConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Streams requests to services and answers back. */
@Singleton
final class ServiceProxy {
    private static final int KEEP_ALIVE_SECONDS = 30;

    private final Vertx vertx;
    private final GatewayConfig.Edge config;
    private final Map<Backend, URI> services = new EnumMap<>(Backend.class);
    private final HttpClient client;

    ServiceProxy(Vertx vertx, GatewayConfig gateway) {
        this.vertx = vertx;
        this.config = gateway.edge();
        services.put(Backend.AUTH, gateway.services().auth());
        services.put(Backend.SESSION, gateway.services().session());
        services.put(Backend.BROKER, gateway.services().broker());
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        // Twice: silence before the answer is watched by a timer of its own, this is for an answer that
                        // stops halfway.
                        .setIdleTimeout((int) (2 * config.answerTimeout().toSeconds()))
                        .setDecompressionSupported(false),
                new PoolOptions()
                        .setHttp1MaxSize(config.connectionsPerService())
                        .setMaxWaitQueueSize(config.maxWaiting()));
    }

    void pass(HttpServerRequest request, Backend backend, String path, Arrival arrival) {
        // Nothing of the body may get lost while the way to the service is opened.
        request.pause();
        if (isTooLong(request)) {
            Exchange.tooLarge(request);
            return;
        }
        var service = services.get(backend);
        if (service == null) {
            throw new IllegalStateException("no address for " + backend);
        }
        var tls = "https".equals(service.getScheme());
        var query = request.query();
        var options = new RequestOptions()
                .setMethod(request.method())
                .setHost(service.getHost())
                .setPort(service.getPort() > 0 ? service.getPort() : tls ? 443 : 80)
                .setSsl(tls)
                .setURI(query == null ? path : path + "?" + query);
        HeaderRules.request(request.headers(), headers(options), arrival);
        new Exchange(vertx, client, config, backend, request, options).begin();
    }

    private boolean isTooLong(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        return length != null
                && (length.length() > 18
                        || Long.parseLong(length) > config.maxBody().asLongValue());
    }

    private static io.vertx.core.MultiMap headers(RequestOptions options) {
        var headers = io.vertx.core.MultiMap.caseInsensitiveMultiMap();
        options.setHeaders(headers);
        return headers;
    }
}
