package io.flotilla.session;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A broker that runs VMs in name only and does what {@link BrokerScript} tells it over {@code /script}; over HTTP, because tests and
 * their servers live in different class loaders.
 */
final class ScriptedBroker implements AutoCloseable {
    private record Vm(String id, String tag, JsonObject order, Instant createdAt) {}

    private final HttpServer server;
    private final Map<String, Vm> vms = new ConcurrentHashMap<>();
    private volatile String mode = "well";
    private volatile JsonObject lastOrder = new JsonObject();

    private ScriptedBroker(HttpServer server) {
        this.server = server;
    }

    static ScriptedBroker start() throws IOException {
        loadJson();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var broker = new ScriptedBroker(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v0/vm", broker::dialect);
        server.createContext("/script", broker::script);
        server.start();
        return broker;
    }

    /** Vert.x looks for its JSON codec by the thread's class loader, which on the server's threads may be another one than ours. */
    private static void loadJson() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(ScriptedBroker.class.getClassLoader());
        try {
            new JsonObject().encode();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void dialect(HttpExchange exchange) throws IOException {
        try {
            switch (mode) {
                case "well" -> answerWell(exchange);
                case "full" -> answer(exchange, 503, error("err_exceeded_vm_limit", "no more"));
                case "picky" -> answer(exchange, 400, error("err_bad_request", "start_url: no such scheme"));
                case "failing" -> answer(exchange, 500, error("err_internal", "secret inner thing at 10.0.0.1"));
                case "unconfigured" -> answer(exchange, 502, error("err_config", "HYPERBEAM_API_KEY not configured"));
                case "malformed" -> answer(exchange, 200, "<html>not json");
                case "nonsense" -> answer(exchange, 200, "{\"session_id\":\"../../etc/passwd\"}");
                case "slow" -> {
                    // Longer than the time-out of a start in tests; nobody waits for the end of it.
                    new CountDownLatch(1).await(30, TimeUnit.SECONDS);
                }
                default -> exchange.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answerWell(HttpExchange exchange) throws IOException {
        var authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!authorization.startsWith("Bearer ey")) {
            answer(exchange, 401, error("err_unauthenticated", "Invalid API key"));
            return;
        }
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(Math.min(path.length(), "/v0/vm/".length()));
        switch (exchange.getRequestMethod()) {
            case "POST" -> answer(exchange, 200, created(exchange));
            case "DELETE" -> {
                vms.remove(id);
                answer(exchange, 200, new JsonObject().put("session_id", id).encode());
            }
            default -> {
                if (id.isEmpty()) {
                    answer(exchange, 200, list());
                } else {
                    var running = vms.containsKey(id);
                    answer(
                            exchange,
                            running ? 200 : 404,
                            running ? "{\"session_id\":\"x\"}" : error("err_not_found", ""));
                }
            }
        }
    }

    private synchronized String created(HttpExchange exchange) throws IOException {
        var order = body(exchange);
        lastOrder = order.copy().put("onBehalfOf", exchange.getRequestHeaders().getFirst("X-On-Behalf-Of"));
        var tag = order.getString("tag");
        var vm = vms.values().stream()
                .filter(one -> one.tag().equals(tag))
                .findFirst()
                .orElseGet(() -> new Vm(UUID.randomUUID().toString(), tag, order, Instant.now()));
        vms.put(vm.id(), vm);
        return new JsonObject()
                .put("session_id", vm.id())
                .put("embed_url", url() + "/vm/" + vm.id())
                .put("admin_token", "secret")
                .encode();
    }

    private String list() {
        var results = new JsonArray();
        vms.values()
                .forEach(vm -> results.add(new JsonObject()
                        .put("id", vm.id())
                        .put("tag", vm.tag())
                        .put("creation_date", vm.createdAt().toString())));
        return new JsonObject().put("results", results).putNull("next").encode();
    }

    private void script(HttpExchange exchange) throws IOException {
        var command = body(exchange);
        if (command.containsKey("mode")) {
            mode = command.getString("mode");
        }
        if (command.containsKey("crash")) {
            vms.remove(command.getString("crash"));
        }
        var orphan = "";
        if (command.containsKey("orphan")) {
            orphan = UUID.randomUUID().toString();
            vms.put(orphan, new Vm(orphan, command.getString("orphan"), new JsonObject(), Instant.EPOCH));
        }
        var ids = new JsonArray();
        vms.keySet().forEach(ids::add);
        answer(
                exchange,
                200,
                new JsonObject()
                        .put("vms", ids)
                        .put("orphan", orphan)
                        .put("lastOrder", lastOrder)
                        .encode());
    }

    private static String error(String code, String message) {
        return new JsonObject().put("code", code).put("message", message).encode();
    }

    private static JsonObject body(HttpExchange exchange) throws IOException {
        return new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
