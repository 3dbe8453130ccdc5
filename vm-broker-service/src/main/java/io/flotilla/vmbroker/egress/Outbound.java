package io.flotilla.vmbroker.egress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.List;

/** The way out, shared by all guards: connects to checked addresses only. Event loops. */
final class Outbound {
    private static final int CONNECTIONS_PER_SITE = 16;

    private final NetClient tunnels;
    private final NetClient agentTunnels;
    private final HttpClient http;

    Outbound(Vertx vertx, Duration connectTimeout, Duration idleTimeout) {
        var connectMillis = Math.toIntExact(connectTimeout.toMillis());
        var idleSeconds = Math.toIntExact(idleTimeout.toSeconds());
        tunnels = vertx.createNetClient(
                new NetClientOptions().setConnectTimeout(connectMillis).setIdleTimeout(idleSeconds));
        agentTunnels = vertx.createNetClient(new NetClientOptions().setConnectTimeout(connectMillis));
        http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(connectMillis)
                        .setIdleTimeout(idleSeconds)
                        .setKeepAliveTimeout(15)
                        .setMaxHeaderSize(EgressGuard.MAX_HEADERS)
                        .setDecompressionSupported(false)
                        .setMaxRedirects(0),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SITE));
    }

    /** The first of the addresses that answers. */
    Future<NetSocket> connect(List<SocketAddress> addresses) {
        var first = tunnels.connect(addresses.getFirst());
        return addresses.size() == 1 ? first : first.recover(_ -> connect(addresses.subList(1, addresses.size())));
    }

    Future<NetSocket> connectToAgent(SocketAddress address) {
        return agentTunnels.connect(address);
    }

    /** A request that will be sent to the first of the addresses that answers. */
    Future<HttpClientRequest> request(RequestOptions options, List<SocketAddress> addresses) {
        var first = http.request(new RequestOptions(options).setServer(addresses.getFirst()));
        return addresses.size() == 1
                ? first
                : first.recover(_ -> request(options, addresses.subList(1, addresses.size())));
    }

    Future<Void> close() {
        return Future.join(tunnels.close(), agentTunnels.close(), http.close()).mapEmpty();
    }
}
