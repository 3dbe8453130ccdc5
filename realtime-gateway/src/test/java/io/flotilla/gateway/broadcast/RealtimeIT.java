package io.flotilla.gateway.broadcast;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.ScriptedExchanges;
import io.flotilla.gateway.ScriptedExchanges.Visitor;
import io.flotilla.gateway.SocketClient;
import io.flotilla.gateway.SocketVisit;
import io.flotilla.gateway.registry.Registry;
import io.flotilla.testkit.OpenApiContract;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class RealtimeIT {
    private static final String BROADCAST = "/api/realtime/broadcast";
    private static final String CONNECTIONS = "/api/realtime/connections";
    private static final OpenApiContract DOCUMENT = OpenApiContract.of("openapi/realtime-gateway.yaml");

    @Inject
    ScriptedExchanges auth;

    @Inject
    Registry registry;

    @Inject
    RedisDataSource redis;

    private final Visitor ada = Visitor.any();
    private final Visitor eve = Visitor.any();
    private final List<SocketVisit> open = new ArrayList<>();
    private int port;

    @BeforeEach
    void begin() {
        port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    @AfterEach
    void end() {
        open.forEach(SocketVisit::close);
        await().atMost(Duration.ofSeconds(30)).until(() -> registry.counts().sockets() == 0);
    }

    @Test
    void everybodyUsersOrGroupsHearIt() {
        var adas = enter(ada);
        var eves = enter(eve);

        say(admin(), "{'target':{'all':true},'event':'notice','data':{'message':'Hello'}}")
                .statusCode(200)
                .body(
                        "delivered",
                        equalTo(2),
                        "connections",
                        equalTo(2),
                        "partial",
                        equalTo(false),
                        "id",
                        notNullValue())
                .body("nodes", hasSize(1), "nodes[0].delivered", equalTo(2));
        say(service(), "{'target':{'users':['" + ada.userId() + "']},'event':'yours'}")
                .statusCode(200)
                .body("delivered", equalTo(1));
        say(admin(), "{'target':{'groups':['" + eve.userId() + "','nobody']},'event':'ours'}")
                .statusCode(200)
                .body("delivered", equalTo(1));
        say(admin(), "{'target':{'room':'empty'},'event':'notice'}")
                .statusCode(200)
                .body("delivered", equalTo(0));

        assertThat(adas.await("notice").getString("message")).isEqualTo("Hello");
        adas.await("yours");
        eves.await("ours");
        assertThat(adas.heard()).extracting(SocketVisit.Heard::name).containsExactly("hello", "notice", "yours");
    }

    @Test
    void sayingItAgainSaysItOnce() {
        var visit = enter(ada);
        var request = "{'id':'" + ada.userId() + "','target':{'all':true},'event':'notice'}";

        say(admin(), request).statusCode(200).body("delivered", equalTo(1));
        say(admin(), request).statusCode(200).body("delivered", equalTo(1), "id", equalTo(ada.userId()));
        say(admin(), "{'target':{'all':true},'event':'last'}").statusCode(200);

        visit.await("last");
        assertThat(visit.heard("notice")).hasSize(1);
    }

    @Test
    void itIsRecordedWhoSaidItButNotWhat() {
        say(admin(), "{'target':{'users':['a','b']},'event':'notice','data':'precious'}")
                .statusCode(200);

        var entries = redis.execute("XRANGE", "events:audit", "-", "+").toString();
        assertThat(entries)
                .contains("\"broadcast\"", "u-root", "notice", "users")
                .doesNotContain("precious");
    }

    @Test
    void onlyAdministratorsAndServicesMay() {
        var body = "{'target':{'all':true},'event':'notice'}";

        say(anybody(), body).statusCode(403);
        say(anybody().header("Authorization", "Bearer " + ada.bearer()), body).statusCode(403);
        say(anybody().header("Authorization", "Bearer nonsense"), body).statusCode(401);
        say(cookie(), body).statusCode(403);
        anybody().get(CONNECTIONS).then().statusCode(401);
        anybody()
                .header("Authorization", "Bearer " + ada.bearer())
                .get(CONNECTIONS)
                .then()
                .statusCode(403);
        cookie().get(CONNECTIONS).then().statusCode(403);
        anybody().get("/api/realtime/else").then().statusCode(404);
        anybody().get("/api/realtime").then().statusCode(404);
    }

    @Test
    void whatCannotBeDoneIsSaidByItsField() {
        say(admin(), "{'target':{'users':[]},'event':'notice'}").statusCode(422).body("field", equalTo("users"));
        say(admin(), "{'target':{'all':true},'event':'disconnect'}")
                .statusCode(422)
                .body("field", equalTo("event"));
        say(admin(), "{'target':7,'event':'x'}").statusCode(400).body("field", equalTo("target"));
        say(admin(), "[").statusCode(400);
        admin().contentType(ContentType.TEXT).body("x").post(BROADCAST).then().statusCode(415);
        admin().get(CONNECTIONS + "?limit=0").then().statusCode(400).body("field", equalTo("limit"));
        admin().get(CONNECTIONS + "?user=" + "x".repeat(256))
                .then()
                .statusCode(400)
                .body("field", equalTo("user"));
    }

    @Test
    void connectionsAreCountedAndListed() {
        var first = enter(ada);
        enter(ada);
        enter(eve);
        registry.enter(registry.ofUser(eve.userId()).getFirst().socket(), "vs-" + eve.userId());

        admin().get(CONNECTIONS)
                .then()
                .statusCode(200)
                .body("connections", equalTo(3), "sockets", equalTo(3), "users", equalTo(2), "groups", equalTo(2))
                .body("namespaces.'/sessions'", equalTo(3), "nodes", hasSize(1), "nodes[0].rooms", equalTo(1));
        admin().get(CONNECTIONS + "?user=" + ada.userId())
                .then()
                .statusCode(200)
                .body("total", equalTo(2), "sockets", hasSize(2), "sockets.id", hasItem(first.sid()))
                .body("sockets[0].address", equalTo("127.0.0.1"), "sockets.userId", not(hasItem(eve.userId())));
        admin().get(CONNECTIONS + "?limit=1&group=" + ada.userId())
                .then()
                .statusCode(200)
                .body("total", equalTo(2), "sockets", hasSize(1));
        service()
                .get(CONNECTIONS + "?room=vs-" + eve.userId())
                .then()
                .statusCode(200)
                .body("total", equalTo(1), "sockets[0].rooms", hasSize(1));
    }

    private SocketVisit enter(Visitor visitor) {
        var visit = SocketClient.to(port).withBearer(visitor.bearer()).enter("/sessions");
        visit.await("hello");
        // Known to the registry a moment after it was greeted.
        await().atMost(Duration.ofSeconds(30)).until(() -> registry.all().stream()
                .anyMatch(entry -> entry.socket().id().equals(visit.sid())));
        open.add(visit);
        return visit;
    }

    private static ValidatableResponse say(RequestSpecification who, String request) {
        return who.contentType(ContentType.JSON)
                .body(request.replace('\'', '"'))
                .post(BROADCAST)
                .then();
    }

    private static RequestSpecification anybody() {
        return given().filter(DOCUMENT);
    }

    private RequestSpecification admin() {
        return anybody().header("Authorization", "Bearer " + new Visitor("u-root", "s-root").bearer("user", "admin"));
    }

    private static RequestSpecification service() {
        return anybody()
                .header("Authorization", "Bearer " + TestTokens.current().service("session-service"));
    }

    /** A page that forgot its CSRF token. */
    private RequestSpecification cookie() {
        return anybody().cookie("__Host-flotilla", auth.cookie(ada)).header("User-Agent", ScriptedExchanges.BROWSER);
    }
}
