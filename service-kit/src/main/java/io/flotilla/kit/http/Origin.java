package io.flotilla.kit.http;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public base URL that the browser used: {@code https://host[:port]}, without a slash at its end. */
@RequestScoped
public class Origin {
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

    private final CurrentVertxRequest current;
    private final TrustedProxies proxies;
    private final KitConfig config;

    Origin(CurrentVertxRequest current, TrustedProxies proxies, KitConfig config) {
        this.current = current;
        this.proxies = proxies;
        this.config = config;
    }

    /** The configured URL, else the forwarded one of a trusted proxy, else the request's own; 400 for a host that is none. */
    public String value() {
        return config.publicUrl().map(Origin::withoutSlash).orElseGet(this::asked);
    }

    /** Whether browsers came by HTTPS. */
    public boolean secure() {
        return value().startsWith("https://");
    }

    private String asked() {
        var request = current.getCurrent().request();
        boolean believed = proxies.trusts(ClientAddress.peer(request));
        var host = believed ? first(request, "X-Forwarded-Host") : null;
        var scheme = believed ? first(request, "X-Forwarded-Proto") : null;
        if (host == null) {
            host = request.authority() == null ? "" : request.authority().toString();
        }
        if (!AUTHORITY.matcher(host).matches()) {
            throw Problem.of(400, "The request names no valid host").asException();
        }
        boolean https = scheme == null ? request.isSSL() : scheme.equalsIgnoreCase("https");
        return (https ? "https://" : "http://") + host;
    }

    private static @Nullable String first(HttpServerRequest request, String header) {
        var value = request.getHeader(header);
        if (value == null || value.isBlank()) {
            return null;
        }
        int comma = value.indexOf(',');
        return (comma < 0 ? value : value.substring(0, comma)).strip();
    }

    private static String withoutSlash(URI url) {
        var text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
