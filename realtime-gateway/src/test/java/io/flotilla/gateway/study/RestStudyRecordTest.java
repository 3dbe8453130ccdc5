package io.flotilla.gateway.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flotilla.gateway.GatewayConfig;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.gateway.study.StudyRecord.Answer;
import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.identity.ServiceTokens;
import io.flotilla.kit.problem.Unavailable;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestStudyRecordTest {
    private static final String CHANGE = """
            {"event":"started","session":{"id":"s-1","userId":"ada","status":"active","revision":1,"new":7},
             "elapsedMs":250,"audience":["ada","bob"],"more":true}""";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger forgotten = new AtomicInteger();
    private HttpServer service;
    private RestStudyRecord record;
    private int status = 200;
    private String body = "{}";

    @BeforeEach
    void begin() throws IOException {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        service.createContext("/", this::answer);
        service.start();
        var url = "http://127.0.0.1:" + service.getAddress().getPort();
        var config = new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("flotilla.session.url", url), "test", 500))
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(GatewayConfig.class);
        record = new RestStudyRecord(new JsonClient(new ObjectMapper()), new Tokens(), config);
    }

    @AfterEach
    void end() {
        service.stop(0);
    }

    @Test
    void asksForAUserAndReadsWhatItDoesNotKnowToo() {
        body = "{\"email\":\"ada@example.org\",\"changes\":[" + CHANGE + ",{\"event\":\"odd\"}]}";

        var arrival = record.arrive("ada", "sid-1");

        assertThat(asked)
                .containsExactly(
                        "POST /internal/study-sessions/arrivals as Bearer service for ada: {\"sid\":\"sid-1\"}");
        assertThat(arrival.email()).isEqualTo("ada@example.org");
        assertThat(arrival.changes()).singleElement().satisfies(change -> {
            assertThat(change.id()).isEqualTo("s-1");
            assertThat(change.elapsedMs()).isEqualTo(250);
            assertThat(change.audience()).containsExactlyInAnyOrder("ada", "bob");
            assertThat(change.session().path("new").intValue()).isEqualTo(7);
        });
    }

    @Test
    void tellsWhatWasDoneFromWhatWasRefused() {
        body = "{\"ok\":true,\"session\":{\"id\":\"s-1\"},\"changes\":[" + CHANGE + "]}";
        assertThat(record.run("ada", "start-session", Json.object().put("type", "free")))
                .isInstanceOfSatisfying(
                        Answer.Done.class, done -> assertThat(done.changes()).hasSize(1));
        assertThat(asked.getLast())
                .isEqualTo("POST /internal/study-sessions/commands/start-session as Bearer service for ada:"
                        + " {\"type\":\"free\"}");

        body = "{\"ok\":false,\"error\":{\"code\":\"ended\",\"message\":\"Session has already ended\"}}";
        assertThat(record.run("ada", "pause-session", Json.object())).isInstanceOf(Answer.Refused.class);

        status = 413;
        assertThat(record.run("ada", "end-session", Json.object())).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void doesNotTakeSilenceOrAFaultForAnAnswer() {
        status = 503;
        assertThatThrownBy(() -> record.heard(List.of("ada"), List.of())).isInstanceOf(Unavailable.class);
        status = 401;
        assertThatThrownBy(() -> record.arrive("ada", "sid")).isInstanceOf(Unavailable.class);
        assertThat(forgotten).hasValue(1);
        service.stop(0);
        assertThatThrownBy(() -> record.run("ada", "start-session", Json.object()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void asksForManyInPartsThatAreTaken() {
        body = "{\"changes\":[" + CHANGE + "]}";
        var users = IntStream.range(0, 1_100).mapToObj(i -> "user-" + i).toList();

        var found = record.heard(users, List.of("s-1"));

        assertThat(asked).hasSize(3);
        assertThat(found).hasSize(3);
        assertThat(asked.getFirst()).contains("\"user-0\"").contains("\"known\":[\"s-1\"]");
        assertThat(asked.getLast()).contains("\"user-1099\"").contains("\"known\":[]");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add("%s %s as %s for %s: %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        headers.getFirst("Authorization"),
                        headers.getFirst("X-On-Behalf-Of"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private final class Tokens implements ServiceTokens {
        @Override
        public String bearer() {
            return "service";
        }

        @Override
        public void forget() {
            forgotten.incrementAndGet();
        }
    }
}
