package io.flotilla.gateway.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.ScriptedExchanges;
import io.flotilla.gateway.ScriptedExchanges.Visitor;
import io.flotilla.gateway.SocketClient;
import io.flotilla.gateway.SocketVisit;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The namespace behind the public port: every way to show who one is that existing clients use, and what a stranger is told. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class StudyPortIT {
    @Inject
    RedisDataSource redis;

    @Inject
    ScriptedExchanges auth;

    private final Visitor ada = Visitor.any();
    private final String token = TestTokens.current().user(ada.userId(), ada.sessionId(), "hash", "user");
    private final List<SocketVisit> open = new ArrayList<>();
    private SocketClient.Plan client;

    @BeforeEach
    void begin() {
        client = SocketClient.to(ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class));
    }

    @AfterEach
    void end() {
        open.forEach(SocketVisit::close);
    }

    @Test
    void knowsAUserByEveryProofThatClientsShow() {
        var browser = client.with("User-Agent", ScriptedExchanges.BROWSER).withCookie(auth.cookie(ada));
        for (var visit : List.of(
                enter(client, new JsonObject().put("token", token)),
                enter(client.withBearer(token), null),
                enter(client.asking("token=" + token), null),
                enter(client.asking("token=" + auth.ticket(ada)), null),
                enter(browser, null))) {
            assertThat(visit.await("authenticated").getString("userId")).isEqualTo(ada.userId());
            assertThat(visit.heard().getFirst().name()).isEqualTo("authenticated");
        }
    }

    @Test
    void tellsAStrangerWhyAndSendsThemAway() {
        var nobody = enter(client, null);
        nobody.awaitEnd();
        var forger = enter(client, new JsonObject().put("token", "invalid_token_here"));
        forger.awaitEnd();

        assertThat(nobody.await("error").getString("message"))
                .isEqualTo("Authentication required. Please provide a valid token.");
        assertThat(forger.await("error").getString("message")).startsWith("Authentication failed. ");
        assertThat(forger.heard("authenticated")).isEmpty();
    }

    @Test
    void tellsWhoseSessionIsRevokedAndSendsThemAway() {
        var visit = enter(client.withBearer(token), null);
        visit.await("authenticated");

        redis.sortedSet(String.class).zadd("revocations", 9e15, ada.sessionId());

        visit.awaitEnd();
        assertThat(visit.await("error").getString("message")).startsWith("Authentication failed. ");
    }

    private SocketVisit enter(SocketClient.Plan plan, JsonObject proof) {
        var visit = plan.enter(StudyNamespace.PATH, proof);
        open.add(visit);
        return visit;
    }
}
