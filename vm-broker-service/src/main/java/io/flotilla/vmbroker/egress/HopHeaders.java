package io.flotilla.vmbroker.egress;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Headers that are between two neighbours only (RFC 9110, 7.6.1) and must not travel on. */
final class HopHeaders {
    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "proxy-connection",
            "proxy-authorization",
            "proxy-authenticate",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect");

    private HopHeaders() {}

    /** Copies what may travel on. */
    static void copyWithout(MultiMap from, MultiMap to) {
        var dropped = new HashSet<>(ALWAYS);
        for (var line : from.getAll("Connection")) {
            for (var name : line.split(",", -1)) {
                dropped.add(name.strip().toLowerCase(Locale.ROOT));
            }
        }
        from.forEach(header -> {
            if (!dropped.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                to.add(header.getKey(), header.getValue());
            }
        });
    }
}
