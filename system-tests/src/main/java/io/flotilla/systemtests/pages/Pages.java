package io.flotilla.systemtests.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves the pages of this package on loopback. Each visit has a name of its own ({@code /<visit>/typing.html}), so that reports of one
 * test never reach another. Thread-safe.
 */
public final class Pages implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript");

    private final HttpServer server;
    private final Map<String, String> reports = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger visits = new AtomicInteger();

    private Pages(HttpServer server) {
        this.server = server;
    }

    public static Pages start() {
        return start("127.0.0.1");
    }

    /** Listens on a free port of this address. */
    public static Pages start(String address) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
            var pages = new Pages(server);
            server.createContext("/", pages::serve);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve pages", e);
        }
    }

    /** A fresh visit. */
    public Visit visit() {
        return new Visit("v" + visits.incrementAndGet());
    }

    /** {@code host:port}, as an egress allow-list wants it. */
    public String authority() {
        var address = server.getAddress();
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host.replaceFirst("%.*", "") + "]" : host) + ":" + address.getPort();
    }

    /** How many requests of any kind have come in. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            var path = List.of(exchange.getRequestURI().getPath().substring(1).split("/", -1));
            if (exchange.getRequestMethod().equals("POST")
                    && path.size() == 3
                    && path.get(1).equals("report")) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                reports.put(path.get(0) + "/" + path.get(2), body);
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            answer(exchange, path.getLast());
        }
    }

    private static void answer(HttpExchange exchange, String name) throws IOException {
        var type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (var page = type == null ? null : Pages.class.getResourceAsStream(name)) {
            if (page == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var body = page.readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** One use of the pages, with reports of its own. */
    public final class Visit {
        private final String name;

        private Visit(String name) {
            this.name = name;
        }

        /** The address of a page, {@code typing.html} for one. */
        public String url(String page) {
            return "http://" + authority() + "/" + name + "/" + page;
        }

        /** The newest report the page made about this subject. */
        public Optional<String> report(String subject) {
            return Optional.ofNullable(reports.get(name + "/" + subject));
        }
    }
}
