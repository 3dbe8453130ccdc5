package io.flotilla.vmbroker.egress;

import java.util.Locale;
import java.util.Optional;

/** An absolute-form request target: where to, what its {@code Host} shall say, and what to ask there. */
record PlainTarget(Destination destination, String authority, String uri) {
    /** Reads {@code http://host[:port]/path?query} and {@code ws://…}; everything else is not for a proxy. */
    static Optional<PlainTarget> parse(String target) {
        var lower = target.toLowerCase(Locale.ROOT);
        var start = lower.startsWith("http://") ? 7 : lower.startsWith("ws://") ? 5 : -1;
        if (start < 0) {
            return Optional.empty();
        }
        var end = start;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        var authority = target.substring(start, end);
        var rest = target.substring(end);
        var uri = rest.startsWith("/") ? rest : "/" + rest;
        return Destination.parse(authority, 80).map(to -> new PlainTarget(to, authority, uri));
    }
}
