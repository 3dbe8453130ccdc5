package io.flotilla.vmbroker.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operator opened: exact pairs of host and port. A name opens that name, wherever it leads; an address opens that address,
 * whatever name leads there.
 */
public final class AllowList {
    private final Set<Destination> names;
    private final Set<String> addresses;

    private AllowList(Set<Destination> names, Set<String> addresses) {
        this.names = names;
        this.addresses = addresses;
    }

    /** Throws {@link IllegalArgumentException} that names the odd entry: a typo must not silently open less, or more. */
    public static AllowList of(List<String> entries) {
        var parsed = entries.stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(AllowList::entry)
                .collect(Collectors.toUnmodifiableSet());
        var addresses = parsed.stream()
                .flatMap(entry -> NumericHost.parse(entry.host()).stream().map(address -> key(address, entry.port())))
                .collect(Collectors.toUnmodifiableSet());
        return new AllowList(parsed, addresses);
    }

    boolean opensName(Destination destination) {
        return names.contains(destination);
    }

    boolean opensAddress(InetAddress address, int port) {
        return addresses.contains(key(address, port));
    }

    private static Destination entry(String text) {
        return Destination.parse(text, -1)
                .orElseThrow(
                        () -> new IllegalArgumentException("FLOTILLA_EGRESS_ALLOW: \"" + text + "\" is not host:port"));
    }

    private static String key(InetAddress address, int port) {
        return address.getHostAddress() + ' ' + port;
    }
}
