package io.flotilla.vmbroker.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EgressGuardIT {
    private final Vertx vertx = Vertx.vertx();
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final InMemoryNameResolver names = new InMemoryNameResolver();
    private HttpServer site;
    private NetServer agent;
    private EgressGuard guard;

    @BeforeEach
    void start() {
        site = done(vertx.createHttpServer().requestHandler(this::serve).listen(0, "127.0.0.1"));
        agent = done(vertx.createNetServer()
                .connectHandler(socket -> socket.handler(bytes -> socket.write("agent heard " + bytes)))
                .listen(0, "127.0.0.1"));
        guard = guard(List.of("allowed.example:" + site.actualPort(), "127.0.0.1:" + site.actualPort()), 256);
    }

    @AfterEach
    void stop() {
        guard.close();
        done(vertx.close());
    }

    @Test
    void passesPlainRequestsToAnOpenedAddressWithoutHopHeaders() throws IOException {
        names.answer("allowed.example", "127.0.0.1");

        var answer = ask("GET http://allowed.example:" + site.actualPort() + "/a?b=c HTTP/1.1\r\nHost: liar\r\n"
                + "Proxy-Connection: keep-alive\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").endsWith("hello 0").doesNotContain("X-Hop");
        assertThat(arrived).containsExactly("GET allowed.example:" + site.actualPort() + "/a?b=c null");
    }

    @Test
    void streamsBodiesBothWays() throws IOException {
        names.answer("allowed.example", "127.0.0.1");
        var body = "x".repeat(300_000);

        var answer = ask("POST http://allowed.example:" + site.actualPort()
                + "/ HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body);

        assertThat(answer).endsWith("hello 300000");
    }

    @Test
    void refusesWhatIsInsideInWordsAPersonUnderstands() throws IOException {
        names.answer("inside.example", "10.0.0.7");

        var answer = ask("GET http://inside.example/secret HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 403")
                .contains("private network")
                .doesNotContain("secret");
        assertThat(ask("CONNECT inside.example:443 HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(ask("GET http://169.254.169.254/latest/meta-data HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(ask("CONNECT [::ffff:127.0.0.1]:443 HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(refusals).containsOnly(Refusal.INSIDE).hasSize(4);
        assertThat(arrived).isEmpty();
    }

    @Test
    void connectsToTheAddressItCheckedWhenTheNameIsRebound() throws IOException {
        names.answer("rebind.example", "203.0.113.1").answer("rebind.example", "127.0.0.1");

        assertThat(ask("CONNECT rebind.example:443 HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(ask("CONNECT rebind.example:443 HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(arrived).isEmpty();
    }

    @Test
    void leavesOutTheInsideAddressesOfAMixedAnswer() throws IOException {
        names.answer("mixed.example", "10.0.0.1", "127.0.0.1", "192.168.1.1");

        var answer = ask(
                "GET http://mixed.example:" + site.actualPort() + "/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).as("only 127.0.0.1 is open on that port").startsWith("HTTP/1.1 200");
    }

    @Test
    void tunnelsBytesAndClosesBothSides() throws IOException {
        try (var socket = open()) {
            send(socket, "CONNECT 127.0.0.1:" + site.actualPort() + " HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 200");
            send(socket, "GET /in HTTP/1.1\r\nHost: inner\r\nConnection: close\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("hello 0");
        }
        assertThat(arrived).containsExactly("GET inner/in null");
    }

    @Test
    void turnsPlainUpgradesIntoTunnels() throws IOException {
        names.answer("allowed.example", "127.0.0.1");
        try (var socket = open()) {
            send(
                    socket,
                    "GET http://allowed.example:" + site.actualPort()
                            + "/ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                            + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            assertThat(readUntil(socket, "\r\n\r\n"))
                    .startsWith("HTTP/1.1 101")
                    .contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            socket.getOutputStream().write(new byte[] {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, 'h', 'i'});
            assertThat(readUntil(socket, "echo hi")).endsWith("echo hi");
        }
    }

    @Test
    void leadsTheAgentsNameToTheAgentsEndpoint() throws IOException {
        try (var socket = open()) {
            send(socket, "CONNECT agent.flotilla.internal:80 HTTP/1.1\r\nHost: x\r\n\r\n");
            readUntil(socket, "\r\n\r\n");
            send(socket, "hi");
            assertThat(readUntil(socket, "hi")).isEqualTo("agent heard hi");
        }
        assertThat(ask("GET http://agent.flotilla.internal/ HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void saysSoWhenANameIsUnknownOrNobodyAnswers() throws IOException {
        assertThat(ask("GET http://nowhere.example/ HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 502")
                .contains("no website by that name");
        var dead = site.actualPort();
        done(site.close());
        assertThat(ask("GET http://127.0.0.1:" + dead + "/ HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 504");
    }

    @Test
    void isNoWebServerItself() throws IOException {
        assertThat(ask("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(ask("GET https://1.1.1.1/ HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(ask("GET ftp://1.1.1.1/ HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(ask("GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(40_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void takesOnlySoManyConnections() throws IOException {
        var small = guard(List.of("127.0.0.1:" + site.actualPort()), 2);
        var held = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 2; i++) {
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), small.address().getPort());
                held.add(socket);
                send(socket, "CONNECT 127.0.0.1:" + site.actualPort() + " HTTP/1.1\r\nHost: x\r\n\r\n");
                assertThat(readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 200");
            }
            try (var third =
                    new Socket(InetAddress.getLoopbackAddress(), small.address().getPort())) {
                assertThat(third.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(refusals).containsExactly(Refusal.BUSY);
        } finally {
            for (var socket : held) {
                socket.close();
            }
            small.close();
        }
    }

    @Test
    void closesEveryTunnelWithTheGuard() throws IOException {
        try (var socket = open()) {
            send(socket, "CONNECT 127.0.0.1:" + site.actualPort() + " HTTP/1.1\r\nHost: x\r\n\r\n");
            readUntil(socket, "\r\n\r\n");
            guard.close();
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        await().untilAsserted(
                        () -> assertThat(refuses(guard.address().getPort())).isTrue());
    }

    private void serve(HttpServerRequest request) {
        if (request.getHeader("Upgrade") != null) {
            request.toWebSocket()
                    .onSuccess(socket -> socket.textMessageHandler(text -> socket.writeTextMessage("echo " + text)));
            return;
        }
        arrived.add(request.method() + " " + request.getHeader("Host") + request.uri() + " "
                + request.getHeader("Proxy-Connection"));
        request.body().onSuccess(body -> request.response()
                .putHeader("Connection", "X-Hop")
                .putHeader("X-Hop", "1")
                .end("hello " + body.length()));
    }

    private EgressGuard guard(List<String> allowed, int connections) {
        var policy = new EgressPolicy(AllowList.of(allowed), Set::of);
        var gatekeeper = new Gatekeeper(vertx, policy, names, () -> agent.actualPort());
        var outbound = new Outbound(vertx, Duration.ofSeconds(2), Duration.ofMinutes(1));
        return done(
                new EgressGuard("vm", vertx, gatekeeper, outbound, new EgressGuard.Limits(connections, refusals::add))
                        .listen());
    }

    private Socket open() throws IOException {
        var socket =
                new Socket(InetAddress.getLoopbackAddress(), guard.address().getPort());
        socket.setSoTimeout(15_000);
        return socket;
    }

    private String ask(String request) throws IOException {
        try (var socket = open()) {
            send(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean refuses(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            var b = socket.getInputStream().read();
            if (b < 0) {
                return text + "<end>";
            }
            text.append((char) b);
        }
        return text.toString();
    }

    private static <T> T done(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
