package io.flotilla.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.FakeServices;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class EdgeIT {
    private final int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void eachPathReachesItsService() throws Exception {
        assertThat(told("/room/x?code=1").getString("service")).isEqualTo("session");
        assertThat(told("/room/x?code=1").getString("uri")).isEqualTo("/room/x?code=1");
        assertThat(told("/v0/vm").getString("service")).isEqualTo("broker");
        assertThat(told("/vm/vm-1").getString("service")).isEqualTo("broker");
        assertThat(get("/.well-known/jwks.json").body()).contains("\"keys\"");
    }

    @Test
    void bodiesAndMethodsPass() throws Exception {
        var sent = http.send(
                HttpRequest.newBuilder(uri("/api/vm"))
                        .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(new byte[300_000]))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        var told = new JsonObject(sent.body());
        assertThat(told.getString("method")).isEqualTo("PATCH");
        assertThat(told.getInteger("length")).isEqualTo(300_000);
    }

    @Test
    void largeAnswersStreamThroughAndEmptyOnesStayEmpty() throws Exception {
        var large = http.send(HttpRequest.newBuilder(uri("/large")).build(), HttpResponse.BodyHandlers.ofByteArray());
        var nothing = get("/nothing");

        assertThat(large.body()).hasSize(5 << 20);
        assertThat(nothing.statusCode()).isEqualTo(204);
        assertThat(nothing.body()).isEmpty();
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWhetherAnnouncedOrNot() throws Exception {
        var announced = raw(
                InetAddress.getLoopbackAddress(),
                "POST /api/vm HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n");
        var chunk = "80000\r\n" + "x".repeat(0x80000) + "\r\n";
        var streamed = raw(
                InetAddress.getLoopbackAddress(),
                "POST /api/vm HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk
                        + "1\r\ny\r\n");

        assertThat(announced).startsWith("HTTP/1.1 413").contains("{\"error\":");
        assertThat(streamed).startsWith("HTTP/1.1 413").contains("{\"error\":");
    }

    @Test
    void aStrangersForwardedHeadersCountForNothing() throws Exception {
        var answer = raw(
                InetAddress.ofLiteral("127.0.0.1"),
                "GET /who HTTP/1.1\r\nHost: shared.example\r\nX-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Host: evil\r\n"
                        + "X-Forwarded-Proto: https\r\nForwarded: for=6.6.6.6\r\nX-Real-IP: 6.6.6.6\r\nX-On-Behalf-Of: u-1\r\n"
                        + "Connection: close\r\nConnection: X-Gone\r\nX-Gone: 1\r\nX-Kept: 2\r\nTE: trailers\r\n\r\n");

        var headers = new JsonObject(answer.substring(answer.indexOf('{'))).getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("shared.example");
        assertThat(headers.getString("host")).isEqualTo("shared.example");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-kept")).isEqualTo("2");
        assertThat(headers.fieldNames())
                .doesNotContain("forwarded", "x-real-ip", "x-on-behalf-of", "x-gone", "te", "connection");
    }

    @Test
    void aTrustedProxysForwardedHeadersAreContinued() throws Exception {
        var answer = raw(
                InetAddress.ofLiteral("127.0.0.2"),
                "GET /who HTTP/1.1\r\nHost: inside\r\nX-Forwarded-For: 9.9.9.9\r\nX-Forwarded-Host: shared.example\r\n"
                        + "X-Forwarded-Proto: https\r\nConnection: close\r\n\r\n");

        var headers = new JsonObject(answer.substring(answer.indexOf('{'))).getJsonObject("headers");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("9.9.9.9, 127.0.0.2");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("shared.example");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("https");
    }

    @Test
    void aRequestHasOneIdOnAllItsWays() throws Exception {
        var given = http.send(
                HttpRequest.newBuilder(uri("/who"))
                        .header("X-Request-Id", "abc-12345")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var made = http.send(
                HttpRequest.newBuilder(uri("/who"))
                        .header("X-Request-Id", "a b")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(given.headers().allValues("X-Request-Id")).containsExactly("abc-12345");
        assertThat(requestId(given.body())).isEqualTo("abc-12345");
        assertThat(requestId(made.body()))
                .isEqualTo(made.headers().firstValue("X-Request-Id").orElseThrow())
                .isNotEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/tokens/service",
                "/internal/tokens/exchange?x=1",
                "//internal/tokens",
                "/%69nternal/tokens",
                "/x/../internal/tokens",
                "/x/%2e%2e/internal",
                "/./internal",
                "/INTERNAL/x",
                "/q/health",
                "/q",
                "/q/metrics"
            })
    void nobodyReachesTheInsideByAnySpelling(String target) throws Exception {
        var answer = raw(
                InetAddress.getLoopbackAddress(),
                "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404").contains("{\"error\":\"Not found\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal;x=1/tokens",
                "/a%2finternal",
                "/a%5cinternal",
                "/a\\internal",
                "/%2569nternal",
                "/a%00",
                "/%zz",
                "/../internal",
                "/a%3bb"
            })
    void whatHasTwoReadingsIsRefused(String target) throws Exception {
        var answer = raw(
                InetAddress.getLoopbackAddress(),
                "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400");
    }

    @Test
    void upgradesThatAreNoMediaSocketAreRefusedAndTheMediaPathWantsOne() throws Exception {
        var upgrade = "HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nConnection: close\r\nUpgrade: websocket\r\n\r\n";

        assertThat(raw(InetAddress.getLoopbackAddress(), "GET /room/1 " + upgrade))
                .startsWith("HTTP/1.1 404");
        assertThat(raw(InetAddress.getLoopbackAddress(), "GET /internal/vms/1/media " + upgrade))
                .startsWith("HTTP/1.1 404");
        assertThat(get("/vm/vm-1/media").statusCode()).isEqualTo(426);
        assertThat(get("/socket.io/?EIO=3&transport=polling").statusCode()).isEqualTo(400);
        assertThat(get("/socket.io/socket.io.js").statusCode()).isEqualTo(404);
        assertThat(raw(InetAddress.getLoopbackAddress(), "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(raw(InetAddress.getLoopbackAddress(), "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void aServiceThatHangsUpOrStaysSilentIsSaidToBeAway() throws Exception {
        var gone = get("/hangs-up");
        var silent = get("/silent");

        assertThat(gone.statusCode()).isEqualTo(503);
        assertThat(gone.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(gone.body()).isEqualTo("{\"error\":\"session-service is starting or unreachable; try again\"}");
        assertThat(silent.statusCode()).isEqualTo(504);
    }

    @Test
    void aPersonGetsAPageThatLoadsItselfAgain() throws Exception {
        var page = http.send(
                HttpRequest.newBuilder(uri("/hangs-up"))
                        .header("Accept", "text/html,*/*")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(page.body()).contains("http-equiv=\"refresh\"", "starting or unreachable");
    }

    @Test
    void anAnswerThatBreaksOffIsNotMadeToLookWhole() throws Exception {
        var answer = raw(InetAddress.getLoopbackAddress(), "GET /half HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(answer).contains("half an answer").doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void aRedirectPassesWithAllItsCookies() throws Exception {
        var answer = get("/redirect?code=1&state=2");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("https://provider.example/authorize?state=s");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .containsExactly("a=1; Path=/; HttpOnly", "b=2; Path=/", "c=; Max-Age=0");
    }

    @Test
    void whatQueriesCarryIsNotLogged() throws Exception {
        var said = new ConcurrentLinkedQueue<String>();
        var ear = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                said.add(entry.getMessage() + " " + Arrays.toString(entry.getParameters()) + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(ear);
        try {
            get("/silent?token=precious-1");
            get("/hangs-up?code=precious-2&state=precious-3");
            get("/socket.io/?EIO=4&transport=polling&token=precious-4");
            get("/internal?token=precious-5");
            raw(
                    InetAddress.getLoopbackAddress(),
                    "GET /socket.io/?EIO=4&transport=websocket&token=precious-6%zz HTTP/1.1\r\nHost: a\r\n"
                            + "Connection: Upgrade\r\nUpgrade: websocket\r\nConnection: close\r\n\r\n");
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
        assertThat(said).anyMatch(line -> line.contains("/silent"));
        assertThat(said).noneMatch(line -> line.contains("precious"));
    }

    @Test
    void headersOfOneConnectionStayThere() throws Exception {
        var answer = get("/hops");

        assertThat(answer.headers().firstValue("X-Private")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).hasValue("a=1");
    }

    private JsonObject told(String target) throws Exception {
        return new JsonObject(get(target).body());
    }

    private HttpResponse<String> get(String target) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(target)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String target) {
        return URI.create("http://127.0.0.1:" + port + target);
    }

    private static String requestId(String body) {
        return new JsonObject(body).getJsonObject("headers").getString("x-request-id");
    }

    /** A request as no decent client would send it, from an address of one's choice. */
    private String raw(InetAddress from, String request) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(read(socket), StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        var all = new byte[1 << 16];
        var length = 0;
        try {
            for (int n = 0; n >= 0; n = socket.getInputStream().read(all, length, all.length - length)) {
                length += n;
            }
        } catch (IOException reset) {
            // What came before the reset is what the client has.
            return Arrays.copyOf(all, length);
        }
        return Arrays.copyOf(all, length);
    }
}
