package io.flotilla.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.net.InetAddress;

/** The address this request comes from, after trusted proxies. A stranger's {@code X-Forwarded-For} counts for nothing. */
@RequestScoped
public class ClientAddress {
    private final CurrentVertxRequest current;
    private final TrustedProxies proxies;

    ClientAddress(CurrentVertxRequest current, TrustedProxies proxies) {
        this.current = current;
        this.proxies = proxies;
    }

    /** As text, IPv6 in one spelling only; {@code 0.0.0.0} for a peer without an address. */
    public String value() {
        return of(current.getCurrent().request(), proxies);
    }

    /** The same for a request outside the request scope, say a socket's. */
    public static String of(HttpServerRequest request, TrustedProxies proxies) {
        return proxies.clientBehind(peer(request), request.headers().getAll("X-Forwarded-For"))
                .getHostAddress();
    }

    static InetAddress peer(HttpServerRequest request) {
        var remote = request.remoteAddress();
        var address = remote == null || remote.hostAddress() == null ? null : withoutZone(remote.hostAddress());
        return InetAddress.ofLiteral(address == null ? "0.0.0.0" : address);
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
