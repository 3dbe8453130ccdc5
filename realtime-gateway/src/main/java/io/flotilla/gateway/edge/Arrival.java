package io.flotilla.gateway.edge;

import io.flotilla.kit.http.ClientAddress;
import io.flotilla.kit.http.TrustedProxies;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a request came to the edge, as far as that may be believed.
 *
 * @param client address of the person, after trusted proxies
 * @param forwardedFor the chain to hand on: what trusted proxies said, and the peer
 * @param scheme {@code http} or {@code https}, as the browser used it
 * @param host host and port, as the browser used them
 */
public record Arrival(String client, String forwardedFor, String scheme, String host, String requestId) {
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

    /** Empty when the request names no valid host. */
    static Optional<Arrival> of(HttpServerRequest request, TrustedProxies proxies, String requestId) {
        var peer = peer(request);
        var believed = proxies.trusts(InetAddress.ofLiteral(peer));
        var hosts = request.headers().getAll("Host");
        var host = said(request, "X-Forwarded-Host", believed).orElse(hosts.size() == 1 ? hosts.getFirst() : "");
        if (!HOST.matcher(host).matches()) {
            return Optional.empty();
        }
        var scheme = said(request, "X-Forwarded-Proto", believed)
                .filter(word -> word.equals("https") || word.equals("http"))
                .orElse(request.isSSL() ? "https" : "http");
        var chain = believed ? request.headers().getAll("X-Forwarded-For") : List.<String>of();
        return Optional.of(new Arrival(
                ClientAddress.of(request, proxies),
                chain.isEmpty() ? peer : String.join(", ", chain) + ", " + peer,
                scheme,
                host,
                requestId));
    }

    /** The first of a list: the proxy next to the browser. */
    private static Optional<String> said(HttpServerRequest request, String header, boolean believed) {
        return believed
                ? Optional.ofNullable(request.getHeader(header))
                        .map(value -> value.split(",", 2)[0].strip())
                        .filter(value -> !value.isEmpty())
                : Optional.empty();
    }

    private static String peer(HttpServerRequest request) {
        var remote = request.remoteAddress();
        var address = remote == null ? null : remote.hostAddress();
        return address == null ? "0.0.0.0" : address.split("%", 2)[0];
    }
}
