package io.flotilla.session.reach;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flotilla.kit.secret.Secret;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.reach.GuardedCalls.Answer;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedCallsTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private GuardedCalls calls;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        calls = new GuardedCalls(vertx, config("127.0.0.1:" + port()));
    }

    @AfterEach
    void stop() {
        over.countDown();
        calls.close();
        server.stop(0);
        vertx.close();
    }

    @Test
    void bringTheKeyAndTheAnswer() {
        assertThat(get("/v0/vm")).isEqualTo(new Answer.Answered(200, "{}"));
        assertThat(seen).containsExactly("/v0/vm Bearer key");
    }

    @Test
    void followNoRedirect() {
        assertThat(get("/moved")).isEqualTo(new Answer.Answered(302, ""));
        assertThat(seen).containsExactly("/moved Bearer key");
    }

    @Test
    void stopReadingAnAnswerWithoutEnd() {
        assertThat(get("/endless")).isEqualTo(new Answer.Silent());
    }

    @Test
    void waitForNobodyForever() {
        assertThat(get("/slow")).isEqualTo(new Answer.Silent());
    }

    @Test
    void goNowhereElse() {
        var strict = new GuardedCalls(vertx, config("127.0.0.2:" + port()));

        assertThat(strict.get(url("/v0/vm"), Secret.of("key"))).isEqualTo(new Answer.Forbidden());
        assertThat(strict.get(URI.create("http://no-such-host.invalid/"), Secret.of("key")))
                .isEqualTo(new Answer.Silent());
        assertThat(seen).isEmpty();
        strict.close();
    }

    private Answer get(String path) {
        return calls.get(url(path), Secret.of("key"));
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        seen.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization"));
        try (exchange) {
            switch (path) {
                case "/moved" -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                }
                case "/endless" -> {
                    exchange.sendResponseHeaders(200, 0);
                    var part = new byte[64 * 1024];
                    while (over.getCount() > 0) {
                        exchange.getResponseBody().write(part);
                    }
                }
                case "/slow" -> over.await(30, TimeUnit.SECONDS);
                default -> {
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SessionConfig config(String allowed) {
        return new SmallRyeConfigBuilder()
                .withMapping(SessionConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of("flotilla.egress.allow", allowed, "flotilla.session.platform-test-timeout", "2s"),
                        "test",
                        500))
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(SessionConfig.class);
    }
}
