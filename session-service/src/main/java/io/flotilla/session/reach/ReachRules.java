package io.flotilla.session.reach;

import io.flotilla.kit.http.PublicAddresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where this service goes when a user's text says so: public addresses, and what an operator opened by name or address, each with its
 * port. Immutable; pure.
 */
public final class ReachRules {
    private static final Pattern ENTRY = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})");

    private final Set<String> opened;

    private ReachRules(Set<String> opened) {
        this.opened = opened;
    }

    /** Entries {@code host:port}; throws {@link IllegalArgumentException} that names an odd one. */
    public static ReachRules of(List<String> entries) {
        return new ReachRules(entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(ReachRules::entry)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The first of a name's addresses that may be connected to. */
    public Optional<InetAddress> admitted(String host, int port, List<InetAddress> addresses) {
        var byName = opened.contains(key(host, port));
        return addresses.stream()
                .filter(address -> byName
                        || opened.contains(key(address.getHostAddress(), port))
                        || PublicAddresses.isPublic(address))
                .findFirst();
    }

    private static String entry(String text) {
        if (!ENTRY.matcher(text).matches()) {
            throw new IllegalArgumentException("FLOTILLA_EGRESS_ALLOW: \"" + text + "\" is not host:port");
        }
        int colon = text.lastIndexOf(':');
        return key(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** An address counts in whatever way it is written. */
    private static String key(String host, int port) {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return InetAddress.ofLiteral(bare).getHostAddress() + " " + port;
        } catch (IllegalArgumentException e) {
            return bare.toLowerCase(Locale.ROOT) + " " + port;
        }
    }
}
