package io.flotilla.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What other services need of auth-service, over real HTTP (contracts/internal-rest.md): public keys, service and participant tokens,
 * tickets for whoever shows a user's token, and the exchange of a cookie. For cookies of {@link TestCookies} the twin vouches itself; for
 * any other {@code sessionUrl} does. The real service is tested by itself and in system-tests.
 */
final class AuthTwin implements AutoCloseable {
    /** Says how often the public keys were asked for. */
    static final String KEYS_FETCHED = "/twin/keys-fetched";

    private final TestTokens tokens;
    private final String sessionUrl;
    private final HttpServer server;
    private final AtomicInteger keysFetched = new AtomicInteger();
    private final Map<String, String> tickets = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private AuthTwin(TestTokens tokens, String sessionUrl, HttpServer server) {
        this.tokens = tokens;
        this.sessionUrl = sessionUrl;
        this.server = server;
    }

    static AuthTwin start(TestTokens tokens, String sessionUrl) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var twin = new AuthTwin(tokens, sessionUrl, server);
        server.setExecutor(AuthTwin::inOwnClassLoader);
        server.createContext("/.well-known/jwks.json", twin::keys);
        server.createContext(KEYS_FETCHED, exchange -> answer(exchange, 200, twin.keysFetched.toString()));
        server.createContext("/internal/tokens/service", twin::service);
        server.createContext("/internal/tokens/participant", twin::participant);
        server.createContext("/internal/tokens/exchange", twin::exchange);
        server.createContext("/api/auth/ticket", twin::ticket);
        server.createContext("/internal/tickets/redeem", twin::redeem);
        server.start();
        return twin;
    }

    /** Libraries look for their parts in the context class loader; the tested application's would give them strangers. */
    private static void inOwnClassLoader(Runnable exchange) {
        Thread.ofVirtual().start(() -> {
            Thread.currentThread().setContextClassLoader(AuthTwin.class.getClassLoader());
            exchange.run();
        });
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void keys(HttpExchange exchange) throws IOException {
        keysFetched.incrementAndGet();
        answer(exchange, 200, tokens.jwks());
    }

    private void service(HttpExchange exchange) throws IOException {
        var basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        var name = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2)[0];
        answer(exchange, 200, granted(tokens.service(name)));
    }

    private void participant(HttpExchange exchange) throws IOException {
        var wish = body(exchange);
        answer(
                exchange,
                200,
                granted(tokens.participant(
                        wish.getString("userId"),
                        wish.getString("participantId"),
                        wish.getString("vmId"),
                        wish.getString("vmSessionId"),
                        wish.getString("role"),
                        wish.getString("name"),
                        wish.getString("sid"))));
    }

    /** The token that asked is what the ticket redeems: whoever tests lets it live long enough. */
    private void ticket(HttpExchange exchange) throws IOException {
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var ticket = "tk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        tickets.put(ticket, bearer.substring("Bearer ".length()));
        answer(
                exchange,
                200,
                new JsonObject().put("ticket", ticket).put("expires_in", 30).encode());
    }

    private void redeem(HttpExchange exchange) throws IOException {
        var token = tickets.remove(body(exchange).getString("ticket", ""));
        if (token == null) {
            answer(exchange, 401, "{\"error\":\"Authentication required\",\"code\":\"SESSION_REQUIRED\"}");
        } else {
            answer(exchange, 200, granted(token));
        }
    }

    private void exchange(HttpExchange exchange) throws IOException {
        var asked = body(exchange);
        var visitor = TestCookies.read(asked.getString("cookie", ""));
        if (visitor != null) {
            answer(
                    exchange,
                    200,
                    granted(tokens.user(visitor.userId(), visitor.sessionId(), TestCookies.CSRF_HASH, "user")));
            return;
        }
        var request = HttpRequest.newBuilder(URI.create(sessionUrl + "/internal/user-sessions/resolve"))
                .header("Authorization", "Bearer " + tokens.service("auth-service"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked.encode()))
                .build();
        try {
            var vouched = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (vouched.statusCode() != 200) {
                answer(exchange, 401, vouched.body());
                return;
            }
            var session = new JsonObject(vouched.body());
            var claims = Jwt.claims()
                    .issuer("flotilla")
                    .audience("flotilla")
                    .subject(session.getString("sub"))
                    .claim("sid", session.getString("sid"))
                    .claim("grp", session.getString("grp"))
                    .claim("csrf", session.getString("csrfHash"))
                    .groups(Set.copyOf(session.getJsonArray("roles").stream()
                            .map(Object::toString)
                            .toList()));
            answer(exchange, 200, granted(tokens.sign(claims, "at+jwt", Duration.ofMinutes(5))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(exchange, 503, "{}");
        }
    }

    private static String granted(String token) {
        return new JsonObject()
                .put("access_token", token)
                .put("expires_in", 300)
                .encode();
    }

    private static JsonObject body(HttpExchange exchange) throws IOException {
        return new JsonObject(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
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
