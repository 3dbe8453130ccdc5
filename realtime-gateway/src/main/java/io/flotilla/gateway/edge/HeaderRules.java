package io.flotilla.gateway.edge;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Which headers pass the edge. Pure. */
final class HeaderRules {
    /** They speak of one connection only. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect");

    /** Only a proxy or a service of ours may say this. */
    private static final Set<String> OURS_TO_SAY = Set.of(
            "forwarded", "x-real-ip", "x-request-id", "x-on-behalf-of", "x-original-url", "x-rewrite-url", "host");

    private HeaderRules() {}

    /** What a stranger's request carries on to a service, without what the edge says itself. */
    static void request(MultiMap from, MultiMap to, Arrival arrival) {
        copy(from, to, name -> OURS_TO_SAY.contains(name) || name.startsWith("x-forwarded-"));
        to.set("Host", arrival.host());
        to.set("X-Forwarded-For", arrival.forwardedFor());
        to.set("X-Forwarded-Proto", arrival.scheme());
        to.set("X-Forwarded-Host", arrival.host());
        to.set("X-Request-Id", arrival.requestId());
    }

    static void response(MultiMap from, MultiMap to) {
        copy(from, to, "x-request-id"::equals);
    }

    private static void copy(MultiMap from, MultiMap to, Predicate<String> dropped) {
        var named = from.getAll("Connection").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                // Content-Length frames the message: nobody talks us out of it.
                .filter(name -> !name.equals("content-length"))
                .toList();
        for (var header : from) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(name) && !named.contains(name) && !dropped.test(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }
}
