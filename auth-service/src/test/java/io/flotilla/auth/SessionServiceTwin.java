package io.flotilla.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * session-service as far as it vouches. The cookie says what happens: {@code good-x} is Ada's session, {@code brief-x} one that ends in ten
 * seconds, {@code old-x} an expired one, {@code broken-x} a failure, {@code hang-x} no answer in time, {@code cut-x} a cut connection;
 * {@code opened-x} is one that was opened here for an account.
 */
public final class SessionServiceTwin implements QuarkusTestResourceLifecycleManager {
    public static final String CSRF_HASH = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg"; // of "test"
    public static final String CSRF_TOKEN = "test";
    public static final String API_KEY = "sk_test_0123456789abcdef0123456789";

    public static final String ADMIN_PASSWORD = "nine grey admin whales";

    private static final Pattern COOKIE = Pattern.compile("\"cookie\"\\s*:\\s*\"([^\"]*)\"");

    private final TwinSessions opened = new TwinSessions();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/user-sessions/resolve", this::resolve);
        server.createContext("/internal/user-sessions/sid-", SessionServiceTwin::find);
        server.createContext("/internal/user-sessions", this::opened);
        server.start();
        return Map.ofEntries(
                Map.entry(
                        "flotilla.session.url",
                        "http://127.0.0.1:" + server.getAddress().getPort()),
                Map.entry(
                        "flotilla.service-secrets",
                        "session-service=s1-secret;vm-broker-service=s2-secret;realtime-gateway=s3-secret"),
                Map.entry("flotilla.api-key", API_KEY),
                Map.entry("flotilla.key-encryption-key", "a-key-encryption-key-of-some-length"),
                Map.entry("flotilla.trusted-proxies", "127.0.0.1/32"),
                Map.entry("flotilla.admin.password", ADMIN_PASSWORD),
                // Cheap, and patient where the machine is slow; what they cost really is for the units to see.
                Map.entry("flotilla.password.memory-kib", "64"),
                Map.entry("flotilla.password.patience", "60s"),
                Map.entry("flotilla.limits.sign-in", "10000"),
                Map.entry("flotilla.limits.sign-in-per-address", "10000"),
                Map.entry("flotilla.limits.writes", "10000"),
                Map.entry("flotilla.limits.info", "10000"));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void opened(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().getPath().substring("/internal/user-sessions".length());
        if (path.isEmpty()) {
            answer(exchange, 201, opened.open(body));
        } else if (path.equals("/end")) {
            answer(exchange, 200, opened.endAll(body));
        } else if (path.endsWith("/end")) {
            answer(exchange, 200, opened.endOne(path.substring(1, path.length() - "/end".length())));
        } else {
            var found = opened.find(path.substring(1));
            answer(exchange, found.isPresent() ? 200 : 404, found.orElse("{\"error\":\"Not found\"}"));
        }
    }

    private void resolve(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var found = COOKIE.matcher(body);
        var cookie = found.find() ? found.group(1) : "";
        var authorized = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!authorized.startsWith("Bearer ey")) {
            answer(exchange, 401, "{\"error\":\"a service token is needed\"}");
        } else if (cookie.startsWith("good-")) {
            answer(exchange, 200, session(cookie, 3600));
        } else if (cookie.startsWith("brief-")) {
            answer(exchange, 200, session(cookie, 10));
        } else if (cookie.startsWith("old-")) {
            answer(exchange, 404, "{\"code\":\"SESSION_EXPIRED\"}");
        } else if (cookie.startsWith("broken-")) {
            answer(exchange, 500, "{\"error\":\"Internal error\"}");
        } else if (opened.resolve(cookie).isPresent()) {
            answer(exchange, 200, opened.resolve(cookie).get());
        } else if (cookie.startsWith("opened-")) {
            answer(exchange, 404, "{\"code\":\"SESSION_EXPIRED\"}");
        } else if (cookie.startsWith("cut-")) {
            exchange.close();
        } else if (!cookie.startsWith("hang-")) {
            answer(exchange, 404, "{\"code\":\"SESSION_REQUIRED\"}");
        }
    }

    /** The session of cookie {@code good-x} has the handle {@code sid-good-x}; there are no others. */
    private static void find(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var cookie = path.substring("/internal/user-sessions/sid-".length());
        if (cookie.startsWith("good-")) {
            answer(exchange, 200, session(cookie, 3600));
        } else if (cookie.startsWith("broken-")) {
            answer(exchange, 500, "{\"error\":\"Internal error\"}");
        } else {
            answer(exchange, 404, "{\"error\":\"Not found\"}");
        }
    }

    private static String session(String cookie, int seconds) {
        return """
               {"sub":"ada","sid":"sid-%s","grp":"group-ada","roles":["anonymous"],"csrfHash":"%s","expiresAt":%d,"later":"unknown"}""".formatted(
                        cookie, CSRF_HASH, Instant.now().plusSeconds(seconds).toEpochMilli());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
