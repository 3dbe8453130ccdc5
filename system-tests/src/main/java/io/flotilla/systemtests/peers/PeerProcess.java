package io.flotilla.systemtests.peers;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A client library in a process of its own. */
public final class PeerProcess implements Peer {
    private static final Gson GSON = new Gson();
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    private final Process process;
    private final PrintStream orders;
    private final Map<String, PeerSocket> sockets = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    private final boolean exact;

    private PeerProcess(ProcessBuilder command, boolean exact) {
        this.exact = exact;
        try {
            process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.command(), e);
        }
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofVirtual()
                .name("peer")
                .start(() -> process.inputReader(StandardCharsets.UTF_8).lines().forEach(this::dispatch));
    }

    /** The npm package {@code socket.io-client}. */
    public static PeerProcess node() {
        return new PeerProcess(PeersFolder.installed().node("client.mjs"), true);
    }

    /** Debian's {@code python3-socketio}; empty where it is not installed. */
    public static Optional<PeerProcess> python() {
        return PYTHONS.stream()
                .filter(python -> PeersFolder.succeeds(python, "-c", "import socketio, websocket, requests"))
                .findFirst()
                .map(python -> new PeerProcess(PeersFolder.script(python, "client.py"), false));
    }

    @Override
    public PeerSocket open(Visit visit) {
        var id = Long.toString(numbers.incrementAndGet());
        var socket = new ProcessSocket(id);
        sockets.put(id, socket);
        var order = order("open", id);
        order.addProperty("url", visit.base().toString());
        order.addProperty("namespace", visit.namespace());
        order.add("transports", GSON.toJsonTree(visit.transports()));
        order.add("auth", visit.auth());
        order.add("headers", GSON.toJsonTree(visit.headers()));
        order.add("query", GSON.toJsonTree(visit.query()));
        order.addProperty("reconnects", visit.reconnects());
        say(order);
        return socket;
    }

    @Override
    public boolean isExact() {
        return exact;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void dispatch(String line) {
        var heard = JsonParser.parseString(line).getAsJsonObject();
        Optional.ofNullable(sockets.get(heard.get("id").getAsString())).ifPresent(socket -> socket.hear(heard));
    }

    private synchronized void say(JsonObject order) {
        orders.println(order);
    }

    private static JsonObject order(String what, String id) {
        var order = new JsonObject();
        order.addProperty("do", what);
        order.addProperty("id", id);
        return order;
    }

    private final class ProcessSocket extends PeerSocket {
        private final String id;

        ProcessSocket(String id) {
            this.id = id;
        }

        @Override
        protected void send(String event, JsonArray args, Optional<Integer> ack) {
            var order = order("emit", id);
            order.addProperty("event", event);
            order.add("args", args);
            ack.ifPresent(number -> order.addProperty("ack", number));
            say(order);
        }

        @Override
        public void close() {
            say(order("close", id));
        }
    }
}
