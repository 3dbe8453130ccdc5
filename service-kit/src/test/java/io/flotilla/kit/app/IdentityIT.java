package io.flotilla.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.flotilla.kit.revocation.Revocations;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who calls, by whatever credential. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class IdentityIT {
    @Inject
    Revocations revocations;

    private static RequestSpecification cookie(String value) {
        return given().cookie("__Host-flotilla", value);
    }

    private static String user() {
        return TestTokens.current().user("bob", "sid-bob", "", "user");
    }

    @Test
    void aBearerTokenIsAUser() {
        given().auth()
                .oauth2(user())
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("user", is("bob"))
                .body("byCookie", is(false));
    }

    @Test
    void aServiceTokenIsAServiceOnSomebodysBehalf() {
        given().auth()
                .oauth2(TestTokens.current().service("session-service"))
                .header("X-On-Behalf-Of", "ada")
                .get("/internal/me")
                .then()
                .statusCode(200)
                .body("service", is("session-service"))
                .body("for", is("ada"));
    }

    @Test
    void anotherServiceIsForbidden() {
        given().auth()
                .oauth2(TestTokens.current().service("realtime-gateway"))
                .get("/internal/me")
                .then()
                .statusCode(403);
        given().get("/internal/me").then().statusCode(401);
    }

    @Test
    void aParticipantTokenIsNobodyHere() {
        given().auth()
                .oauth2(TestTokens.current().participant("ada", "p", "v", "s", "owner", "Ada"))
                .get("/api/who")
                .then()
                .statusCode(401)
                .body("code", is("SESSION_REQUIRED"));
    }

    @Test
    void aCookieIsExchangedOnceAndRemembered() {
        int before = SessionTwin.ASKED.get();

        for (int i = 0; i < 3; i++) {
            cookie("good-remembered")
                    .get("/api/me")
                    .then()
                    .statusCode(200)
                    .body("user", is("ada"))
                    .body("byCookie", is(true));
        }

        assertThat(SessionTwin.ASKED.get() - before).isEqualTo(1);
    }

    @Test
    void anotherBrowserWithTheSameCookieIsVouchedForAnew() {
        cookie("good-two-browsers")
                .header("User-Agent", "One")
                .get("/api/me")
                .then()
                .statusCode(200);
        int before = SessionTwin.ASKED.get();

        cookie("good-two-browsers")
                .header("User-Agent", "Two")
                .get("/api/me")
                .then()
                .statusCode(200);

        assertThat(SessionTwin.ASKED.get() - before).isEqualTo(1);
    }

    @Test
    void aDeadCookieIsNobodysAndSaysWhy() {
        cookie("old-1").get("/api/who").then().statusCode(200).body("who", is("nobody"));
        cookie("old-1").get("/api/me").then().statusCode(401).body("code", is("SESSION_EXPIRED"));
        cookie("strange").get("/api/me").then().statusCode(401).body("code", is("SESSION_REQUIRED"));
        given().get("/api/me").then().statusCode(401).body("code", is("SESSION_REQUIRED"));
    }

    @Test
    void aRevokedSessionIsOutAtOnce() {
        cookie("good-revoked").get("/api/me").then().statusCode(200);

        revocations.revoke("sid-good-revoked", Instant.now().plusSeconds(60));

        cookie("good-revoked").get("/api/me").then().statusCode(401).body("code", is("SESSION_EXPIRED"));
    }

    @Test
    void aSlowExchangeHoldsUpNoEventLoop() {
        var slow = CompletableFuture.supplyAsync(
                () -> cookie("slow-1").get("/api/me-on-the-event-loop").statusCode());
        var answered = 0;
        while (!slow.isDone() && answered < 20) {
            given().get("/api/public").then().statusCode(200);
            answered++;
        }

        assertThat(slow).isNotDone();
        assertThat(slow.join()).isEqualTo(200);
    }

    @Test
    void aResourceOnTheEventLoopStaysThere() {
        cookie("good-loop")
                .get("/api/me-on-the-event-loop")
                .then()
                .statusCode(200)
                .body("eventLoop", is(true));
    }
}
