package io.flotilla.systemtests;

import static io.flotilla.systemtests.Scenario.patiently;
import static io.flotilla.systemtests.Scenario.unique;
import static io.flotilla.systemtests.Scenario.veryPatiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.flotilla.systemtests.api.Answer;
import io.flotilla.systemtests.api.ApiVisitor;
import io.flotilla.systemtests.api.EventSocket;
import io.flotilla.systemtests.api.MediaViewer;
import io.flotilla.systemtests.product.Flotilla;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two processes of every service but the broker, on the same stores: what one is told, the other one knows. */
@Order(9)
final class TwoNodesScenario {
    private static final String PASSWORD = "three small boats at sea";

    private static Flotilla flotilla;

    @BeforeAll
    static void start() {
        flotilla = Flotilla.start(
                Path.of("target", "two-nodes-" + ProcessHandle.current().pid()),
                Map.of("FLOTILLA_NODES", "2", "FLOTILLA_BROKER_POOL_SIZE", "0"));
    }

    @AfterAll
    static void stop() {
        flotilla.close();
    }

    @Test
    void ofManySignInsAtBothNodesFiveSessionsStay() {
        var name = "ada" + unique();
        assertThat(visitor(0).register(name, PASSWORD).status()).isEqualTo(201);
        var visitors =
                IntStream.range(0, 10).mapToObj(TwoNodesScenario::visitor).toList();

        var answers = allAtOnce(visitors.stream()
                .map(visitor -> (Callable<Answer>) () -> signedIn(visitor, name))
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        patiently().untilAsserted(() -> assertThat(visitors)
                .filteredOn(visitor -> visitor.get("/api/session_state").status() == 200)
                .hasSize(5));
        for (var visitor : visitors) {
            var here = visitor.get("/api/session_state").status();
            patiently().untilAsserted(() -> assertThat(visitor.at(flotilla.secondUrl())
                            .get("/api/session_state")
                            .status())
                    .isEqualTo(here));
        }
    }

    @Test
    void signingOutEverywhereClosesTheOtherNodesSocketsToo() {
        var ada = visitor(0);
        ada.register("ada" + unique(), PASSWORD);
        var created = ada.create();
        assertThat(created.status()).as(created.toString()).isEqualTo(200);
        var other = ada.at(flotilla.secondUrl());
        var url = created.text("url")
                .replace(flotilla.url().getAuthority(), flotilla.secondUrl().getAuthority());
        try (var picture = MediaViewer.open(HttpClient.newHttpClient(), url).viewer();
                var events = listening(flotilla.secondUrl(), ada)) {
            patiently().until(() -> picture.newest("welcome").isPresent());
            assertThat(other.get("/api/session_state").status()).isEqualTo(200);

            assertThat(ada.post("/api/auth/logout-all", "{}").status()).isEqualTo(200);

            patiently().untilAsserted(() -> assertThat(events.closeCode()).contains(4508));
            patiently().untilAsserted(() -> assertThat(picture.closeCode()).contains(4508));
            patiently()
                    .untilAsserted(() ->
                            assertThat(other.get("/api/session_state").status()).isEqualTo(401));
        }
    }

    @Test
    void aCopiedCookieIsDeadOnTheOtherNodeAfterClear() {
        var ada = visitor(0);
        var copy = ada.at(flotilla.secondUrl());
        assertThat(copy.get("/api/vm").status()).isEqualTo(200);

        assertThat(ada.post("/api/session/clear", "{}").status()).isEqualTo(200);

        patiently().untilAsserted(() -> assertThat(copy.get("/api/vm").status()).isEqualTo(401));
        assertThat(copy.get("/api/session/info").json().get("session").isJsonNull())
                .isTrue();
    }

    @Test
    void writesAreCountedOverBothNodes() {
        var ada = visitor(0);
        var other = ada.at(flotilla.secondUrl());

        var answers = allAtOnce(IntStream.range(0, 50)
                .mapToObj(number ->
                        (Callable<Answer>) () -> (number % 2 == 0 ? ada : other).post("/api/session/extend", "{}"))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(30);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 429)
                .hasSize(20)
                .allSatisfy(refused -> {
                    assertThat(refused.text("error")).isEqualTo("rate_limit_exceeded");
                    assertThat(refused.header("Retry-After")).isPresent();
                });
    }

    @Test
    void aSwitchOnOneNodeIsHeardOnTheOther() {
        var name = "ada" + unique();
        var desk = visitor(0);
        desk.register(name, PASSWORD);
        var phone = visitor(1);
        assertThat(signedIn(phone, name).status()).isEqualTo(200);
        desk.post("/api/platforms", "{\"name\":\"Home\",\"platform_type\":\"chromium\"}");
        var made = desk.post("/api/platforms", "{\"name\":\"School\",\"platform_type\":\"chromium\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        var id = platform(made).get("id").getAsString();
        try (var events = listening(flotilla.secondUrl(), phone)) {
            var switched = desk.post("/api/switch_platform/" + id, "{}");
            assertThat(switched.status()).as(switched.toString()).isEqualTo(200);

            patiently().until(() -> events.newest("platform_switched")
                    .filter(event -> event.getAsJsonObject("platform")
                            .get("id")
                            .getAsString()
                            .equals(id))
                    .isPresent());
        }
        assertThat(platform(phone.get("/api/session_state")).get("id").getAsString())
                .isEqualTo(id);
        assertThat(visitor(1).post("/api/switch_platform/" + id, "{}").status())
                .as("somebody else's")
                .isEqualTo(404);
    }

    @Test
    void aTicketOpensOneSocketOnOneNode() {
        var ada = visitor(0);
        ada.register("ada" + unique(), PASSWORD);
        var ticket = ada.post("/api/auth/ticket", "{}").text("ticket");

        var sockets = allAtOnce(IntStream.range(0, 8)
                .mapToObj(number -> (Callable<Optional<EventSocket>>)
                        () -> EventSocket.withTicket(HttpClient.newHttpClient(), node(number), ticket))
                .toList());

        var open = sockets.stream().flatMap(Optional::stream).toList();
        patiently().untilAsserted(() -> assertThat(open)
                .allMatch(socket ->
                        socket.newest("hello").isPresent() || socket.closeCode().isPresent()));
        assertThat(open)
                .filteredOn(socket -> socket.newest("hello").isPresent())
                .hasSize(1);
        open.forEach(EventSocket::close);
    }

    @Test
    void oneRefreshTokenIsGoodOnceOverBothNodes() {
        var name = "cli" + unique();
        visitor(0).register(name, PASSWORD);
        var basic =
                "Basic " + Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        var first = new ApiVisitor(node(0)).call("POST", "/api/auth/token", null, Map.of("Authorization", basic));
        assertThat(first.status()).as(first.toString()).isEqualTo(200);

        var answers = allAtOnce(IntStream.range(0, 6)
                .mapToObj(number -> (Callable<Answer>) () -> refreshed(number, first.text("refresh_token")))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSizeLessThanOrEqualTo(1);
        for (var won : answers.stream().filter(answer -> answer.status() == 200).toList()) {
            assertThat(refreshed(1, won.text("refresh_token")).status())
                    .as("reuse killed the family")
                    .isIn(400, 401);
        }
    }

    @Test
    void aNodeThatDiesIsBackAndNobodyWasSignedOut() {
        var ada = visitor(0);
        ada.register("ada" + unique(), PASSWORD);
        var other = ada.at(flotilla.secondUrl());
        for (var service : List.of("session-service-2", "auth-service-2", "realtime-gateway-2")) {
            flotilla.kill(service);
            assertThat(ada.get("/api/session_state").status()).as(service).isEqualTo(200);
            veryPatiently()
                    .ignoreExceptions()
                    .until(() -> other.get("/api/session_state").status() == 200);
        }
    }

    private static ApiVisitor visitor(int number) {
        return new ApiVisitor(node(number)).arrive();
    }

    private static URI node(int number) {
        return number % 2 == 0 ? flotilla.url() : flotilla.secondUrl();
    }

    /** Hashing a password is work: whoever is asked to wait, waits. */
    private static Answer signedIn(ApiVisitor visitor, String name) {
        var answers = new ArrayList<Answer>();
        veryPatiently().until(() -> {
            answers.add(visitor.signIn(name, PASSWORD));
            return answers.getLast().status() != 503;
        });
        return answers.getLast();
    }

    private static Answer refreshed(int number, String refreshToken) {
        var body = new JsonObject();
        body.addProperty("grant_type", "refresh_token");
        body.addProperty("refresh_token", refreshToken);
        return new ApiVisitor(node(number)).post("/api/auth/token", body.toString());
    }

    private static EventSocket listening(URI node, ApiVisitor visitor) {
        var socket = EventSocket.open(HttpClient.newHttpClient(), node, visitor).orElseThrow();
        patiently().until(() -> socket.newest("hello").isPresent());
        return socket;
    }

    private static JsonObject platform(Answer answer) {
        return answer.json().getAsJsonObject("platform");
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .map(TwoNodesScenario::result)
                    .toList();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> T result(Future<T> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
