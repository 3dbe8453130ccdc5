package io.flotilla.vmbroker.egress;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where somebody wants to go: a host in lower case, without brackets or final dot, and a port. */
public record Destination(String host, int port) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?");

    /** Reads {@code host}, {@code host:port} or {@code [v6]:port}; empty for anything a browser would not send. */
    public static Optional<Destination> parse(String authority, int defaultPort) {
        if (authority.length() > 300 || authority.indexOf('@') >= 0) {
            return Optional.empty();
        }
        var text = authority.toLowerCase(Locale.ROOT);
        var colon = text.startsWith("[") ? text.indexOf("]:") + 1 : text.indexOf(':');
        var host = colon > 0 ? text.substring(0, colon) : text;
        var port = colon > 0 ? port(text.substring(colon + 1)) : defaultPort;
        if (port < 1 || port > 65_535) {
            return Optional.empty();
        }
        return host.startsWith("[") ? literal(host, port) : name(host, port);
    }

    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }

    private static Optional<Destination> literal(String host, int port) {
        return NumericHost.parse(host).map(_ -> new Destination(host.substring(1, host.length() - 1), port));
    }

    private static Optional<Destination> name(String host, int port) {
        var bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return NAME.matcher(bare).matches() && !bare.contains("..")
                ? Optional.of(new Destination(bare, port))
                : Optional.empty();
    }

    private static int port(String text) {
        return !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(text)
                : -1;
    }
}
