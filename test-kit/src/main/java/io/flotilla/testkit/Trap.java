package io.flotilla.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server nobody should ever call; remembers who did. */
public final class Trap implements AutoCloseable {
    private final HttpServer server;
    private final List<String> calls = new CopyOnWriteArrayList<>();

    private Trap(HttpServer server) {
        this.server = server;
    }

    /** One on a free port of this machine. */
    public static Trap open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var trap = new Trap(server);
            server.createContext("/", exchange -> {
                trap.calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                exchange.sendResponseHeaders(404, -1);
                exchange.close();
            });
            server.start();
            return trap;
        } catch (IOException e) {
            throw new IllegalStateException("no port for the trap", e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was called, {@code METHOD /path}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
