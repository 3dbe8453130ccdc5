package io.flotilla.gateway.socket;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose pages may open sockets: the gateway's own and the listed ones. A client without an {@code Origin} is no browser, and cannot be
 * made to act by a foreign page. Pure.
 */
public record Origins(Set<String> listed) {
    public Origins {
        listed = Set.copyOf(listed);
    }

    /** The listed ones, and that of the address people use, if it is set. */
    public static Origins of(Optional<Set<String>> listed, Optional<URI> publicUrl) {
        var all = new HashSet<>(listed.orElse(Set.of()));
        publicUrl.ifPresent(url -> all.add(url.getScheme() + "://" + url.getAuthority()));
        return new Origins(all);
    }

    /** Host is what the browser believes to talk to, with its port unless that is the scheme's own. */
    public boolean allow(@Nullable String origin, String host) {
        if (origin == null || listed.contains(origin)) {
            return true;
        }
        try {
            var page = URI.create(origin);
            var port = standardPort(page.getScheme());
            // The scheme is not compared: behind a proxy that says nothing of TLS it is not known here.
            return port > 0
                    && page.getHost() != null
                    && authority(page.getHost(), page.getPort(), port).equals(authority(host, port));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int standardPort(@Nullable String scheme) {
        if (scheme == null) {
            return 0;
        }
        return switch (scheme) {
            case "https" -> 443;
            case "http" -> 80;
            default -> 0;
        };
    }

    private static String authority(String host, int standardPort) {
        var url = URI.create("http://" + host);
        return url.getHost() == null ? "" : authority(url.getHost(), url.getPort(), standardPort);
    }

    private static String authority(String host, int port, int standardPort) {
        return host.toLowerCase(Locale.ROOT) + ":" + (port > 0 ? port : standardPort);
    }
}
