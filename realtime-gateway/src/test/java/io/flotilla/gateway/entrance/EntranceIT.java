package io.flotilla.gateway.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.ScriptedExchanges;
import io.flotilla.gateway.ScriptedExchanges.Visitor;
import io.flotilla.gateway.SocketClient;
import io.flotilla.gateway.SocketVisit;
import io.flotilla.gateway.registry.Registry;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class EntranceIT {
    private static final String WHERE = "/sessions";

    @Inject
    ScriptedExchanges auth;

    @Inject
    Registry registry;

    @Inject
    Connections connections;

    private final Visitor ada = Visitor.any();
    private final ConcurrentLinkedQueue<SocketClient> open = new ConcurrentLinkedQueue<>();
    private SocketClient.Plan client;
    private int port;

    @BeforeEach
    void begin() {
        port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        client = SocketClient.to(port).with("User-Agent", ScriptedExchanges.BROWSER);
        patiently().until(this::isNobodyHere);
    }

    @AfterEach
    void end() {
        auth.away(false);
        auth.slow(0);
        open.forEach(SocketClient::close);
        patiently().until(this::isNobodyHere);
    }

    private boolean isNobodyHere() {
        return registry.counts().sockets() == 0 && connections.size() == 0;
    }

    @Test
    void aCredentialOpensTheDoorInEachOfItsPlaces() {
        var ways = List.of(
                enter(client, token(ada.bearer())),
                enter(client.withBearer(ada.bearer()), null),
                enter(client.asking("token=" + ada.bearer()), null),
                enter(client.asking("token=" + auth.ticket(ada)), null),
                enter(client, token(auth.ticket(ada))),
                enter(client.withCookie(auth.cookie(ada)), null));

        for (var visit : ways) {
            assertThat(visit.await("hello").getString("user_id")).isEqualTo(ada.userId());
        }
        assertThat(registry.ofUser(ada.userId())).hasSize(ways.size());
    }

    @Test
    void whoShowsNothingOfUseIsToldSoAndStaysOut() {
        var tokens = TestTokens.current();
        var bad = List.of(
                enter(client, null),
                enter(client, token("nonsense")),
                enter(client, token("sk_" + "x".repeat(43))),
                enter(client, token("tk_" + "x".repeat(43))),
                enter(client, token(ada.bearer() + "x")),
                enter(client, token(tokens.service("session-service"))),
                enter(client, token(tokens.participant("u", "p", "vm", "vs", "owner", "Ada"))),
                enter(client, token(ada.bearer("pending"))),
                enter(client, token(expiring(-60))),
                enter(client.withCookie("no-such-cookie"), null),
                enter(client.withCookie(auth.cookie(ada)).with("User-Agent", "Another browser"), null),
                enter(client.with("Cookie", "__Host-flotilla=" + auth.cookie(ada)), null));

        for (var visit : bad) {
            assertThat(visit.error().getJsonObject("data").getString("code")).isEqualTo("unauthorized");
        }
        patiently().until(() -> bad.stream().allMatch(visit -> visit.client().closeCode() != 0));
    }

    @Test
    void aTicketIsGoodForOneConnectionAndAllItsNamespaces() {
        var ticket = auth.ticket(ada);
        var first = enter(client.asking("token=" + ticket), null);
        first.await("hello");
        first.leave();
        patiently().until(() -> registry.ofUser(ada.userId()).isEmpty());

        assertThat(first.client().enter(WHERE, null).isIn()).isTrue();
        assertThat(enter(client.asking("token=" + ticket), null).isIn()).isFalse();
    }

    @Test
    void foreignPagesGetNothingWhateverTheTransport() throws Exception {
        var evil = client.with("Origin", "https://evil.example").with("Authorization", "Bearer " + ada.bearer());

        assertThat(evil.open().refusal()).isEqualTo(403);
        assertThat(poll("https://evil.example").statusCode()).isEqualTo(403);
        assertThat(poll("https://evil.example").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        var friend = poll("https://friend.example");
        assertThat(friend.statusCode()).isEqualTo(200);
        assertThat(friend.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://friend.example");
        assertThat(friend.headers().firstValue("Access-Control-Allow-Credentials"))
                .hasValue("true");
    }

    @Test
    void aSocketEndsWithItsToken() {
        var visit = enter(client, token(expiring(3)));
        visit.await("hello");

        patiently().until(() -> visit.client().closeCode() == 4400);
    }

    @Test
    void whileNobodyCanSayWhoSomebodyIsTheyAreCutOffSoThatTheyComeAgain() {
        var cookie = auth.cookie(ada);
        auth.away(true);
        var visit = enter(client.withCookie(cookie), null);

        patiently().until(() -> visit.client().closeCode() == 4004);
        assertThat(visit.error().isEmpty()).isTrue();

        auth.away(false);
        assertThat(enter(client.withCookie(cookie), null).isIn()).isTrue();
    }

    @Test
    void whoEntersNothingIsNotWaitedForLong() {
        var idle = opened(client);

        patiently().until(() -> idle.closeCode() != 0);
    }

    @Test
    void aUserHasSoManyConnectionsAlsoWhenAllComeAtOnce() throws Exception {
        var visits = inParallel(100, i -> enter(client.from("127.0.3." + (1 + i % 20)), token(ada.bearer())));

        assertThat(visits.stream().filter(SocketVisit::isIn)).hasSize(64);
        assertThat(visits.stream()
                        .filter(visit -> !visit.error().isEmpty())
                        .map(visit -> visit.error().getJsonObject("data").getString("code")))
                .hasSize(36)
                .containsOnly("too-many");
        assertThat(enter(client, token(Visitor.any().bearer())).isIn()).isTrue();

        visits.stream().filter(SocketVisit::isIn).findFirst().orElseThrow().close();
        patiently().until(() -> enter(client, token(ada.bearer())).isIn());
    }

    @Test
    void anAddressHasSoManyConnections() throws Exception {
        var crowd = inParallel(230, i -> opened(client.from("127.0.4.1")));

        assertThat(crowd.stream().filter(one -> one.refusal() == 429)).hasSize(30);
        assertThat(opened(client.from("127.0.4.2")).refusal()).isZero();
    }

    @Test
    void countsAreRightAfterManyHaveComeAndGone() throws Exception {
        var stay = inParallel(600, i -> {
            var random = new Random(i);
            var visit =
                    enter(client.from("127.0.5." + (1 + i % 20)), token(new Visitor("u-" + i % 40, "s-" + i).bearer()));
            switch (random.nextInt(4)) {
                case 0 -> visit.leave();
                case 1 -> visit.close();
                default -> {
                    if (random.nextInt(4) > 0) {
                        visit.close();
                    } else {
                        return visit;
                    }
                }
            }
            return null;
        });
        stay.removeIf(visit -> visit == null);

        patiently().until(() -> registry.counts().sockets() == stay.size());
        assertThat(registry.counts().connections()).isEqualTo(stay.size());
        assertThat(registry.counts().namespaces()).containsEntry(WHERE, stay.size());
    }

    @Test
    void twoThousandWhoComeBackAtOnceAskAFewAtATime() throws Exception {
        var cookies = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            cookies.add(auth.cookie(Visitor.any()));
        }
        auth.slow(20);

        var visits = inParallel(
                2_000, i -> enter(client.from("127.0.6." + (1 + i % 50)).withCookie(cookies.get(i)), null));

        assertThat(auth.mostAtOnce()).isLessThanOrEqualTo(32);
        // Whoever had to wait too long was asked to come again, which costs auth-service nothing.
        assertThat(visits.stream().filter(visit -> !visit.isIn()).map(visit -> visit.client()
                        .closeCode()))
                .allMatch(code -> code == 4004);
        assertThat(visits.stream().filter(SocketVisit::isIn).count()).isGreaterThan(200);
    }

    private interface Nth<A> {
        A make(int i);
    }

    private <A> List<A> inParallel(int n, Nth<A> each) throws Exception {
        var tasks = new ArrayList<Callable<A>>();
        for (int i = 0; i < n; i++) {
            var nth = i;
            tasks.add(() -> each.make(nth));
        }
        var made = new ArrayList<A>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : executor.invokeAll(tasks)) {
                made.add(one.get());
            }
        }
        return made;
    }

    private SocketClient opened(SocketClient.Plan plan) {
        var one = plan.open();
        open.add(one);
        return one;
    }

    private SocketVisit enter(SocketClient.Plan plan, JsonObject withAuth) {
        return opened(plan).enter(WHERE, withAuth);
    }

    private HttpResponse<String> poll(String origin) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + port + "/socket.io/?EIO=4&transport=polling"))
                            .header("Origin", origin)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private String expiring(long seconds) {
        var claims = Jwt.claims()
                .issuer("flotilla")
                .audience("flotilla")
                .subject(ada.userId())
                .claim("sid", ada.sessionId())
                .claim("grp", ada.userId())
                .groups("user");
        return TestTokens.current().sign(claims, "at+jwt", Duration.ofSeconds(seconds));
    }

    private static JsonObject token(String text) {
        return new JsonObject().put("token", text);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }
}
