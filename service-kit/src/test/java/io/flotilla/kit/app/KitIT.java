package io.flotilla.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.flotilla.kit.revocation.Revocations;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class KitIT {
    @Inject
    Revocations revocations;

    private static RequestSpecification cookie(String value) {
        return given().cookie("__Host-flotilla", value);
    }

    private static String user() {
        return TestTokens.current().user("bob", "sid-bob", "", "user");
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @ValueSource(strings = {"/api/nothing", "/nothing", "/internal/nothing"})
        void anUnknownPathIsJson(String path) {
            given().get(path)
                    .then()
                    .statusCode(404)
                    .contentType(ContentType.JSON)
                    .body("error", is("Not found"));
        }

        @Test
        void aWrongMethodNamesTheRightOnes() {
            given().get("/api/things/7")
                    .then()
                    .statusCode(405)
                    .header("Allow", "DELETE, OPTIONS")
                    .body("error", is("Method not allowed"));
            given().auth().oauth2(user()).post("/api/me").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
        }

        @Test
        void aBodyThatIsNoJsonIsMalformed() {
            given().auth()
                    .oauth2(user())
                    .contentType("application/json")
                    .body("{")
                    .post("/api/things")
                    .then()
                    .statusCode(400)
                    .contentType(ContentType.JSON)
                    .body("error", containsString("malformed"));
        }

        @Test
        void aBodyBeyondTheLimitIsRefusedInJson() {
            given().auth()
                    .oauth2(user())
                    .contentType("application/json")
                    .body("{\"name\":\"" + "x".repeat(40_000) + "\",\"count\":1}")
                    .post("/api/things")
                    .then()
                    .statusCode(413)
                    .contentType(ContentType.JSON)
                    .body("error", notNullValue());
        }

        @Test
        void aFieldOfTheWrongTypeIsNamed() {
            given().auth()
                    .oauth2(user())
                    .contentType("application/json")
                    .body("{\"name\":\"x\",\"count\":\"many\"}")
                    .post("/api/things")
                    .then()
                    .statusCode(400)
                    .body("field", is("count"));
        }

        @Test
        void aProblemKeepsItsFieldsAndHeaders() {
            given().get("/api/refused")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "7")
                    .body("error", is("Too many"))
                    .body("retryAfter", is(7));
        }

        @Test
        void aBugTellsNothingButWhereToLook() {
            var answer = given().get("/api/bug").then().statusCode(500).body("correlationId", notNullValue());

            answer.body(not(containsString("swordfish")));
            answer.header("X-Request-Id", equalTo(answer.extract().path("correlationId")));
        }

        @Test
        void anOutageAsksToComeBack() {
            given().get("/api/outage")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body(not(containsString("10.0.0.7")));
        }

        @Test
        void aDialectReshapesItsOwnPathsOnly() {
            given().get("/v0/refused")
                    .then()
                    .statusCode(404)
                    .body("code", is("err_404"))
                    .body("message", is("No such thing"));
            given().get("/v0/unknown").then().statusCode(404).body("code", is("err_404"));
        }
    }

    @Nested
    class Identity {
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

    @Nested
    class Csrf {
        private static final String JSON = "{\"name\":\"x\",\"count\":1}";

        private static RequestSpecification json(RequestSpecification request) {
            return request.contentType("application/json").body(JSON);
        }

        @Test
        void aCookieNeedsTheSessionsToken() {
            json(cookie("good-csrf"))
                    .post("/api/things")
                    .then()
                    .statusCode(403)
                    .body("code", is("CSRF_INVALID"))
                    .body("success", is(false))
                    .body("status", is("error"));
            json(cookie("good-csrf"))
                    .header("X-CSRF-Token", "wrong")
                    .post("/api/things")
                    .then()
                    .statusCode(403);
            json(cookie("good-csrf"))
                    .header("X-CSRFToken", SessionTwin.CSRF_TOKEN)
                    .post("/api/things")
                    .then()
                    .statusCode(200)
                    .body("count", is(1));
        }

        @Test
        void theTokenMayComeInTheJsonWhichIsLeftWhole() {
            cookie("good-csrf")
                    .contentType("application/json")
                    .body("{\"name\":\"y\",\"count\":2,\"csrf_token\":\"" + SessionTwin.CSRF_TOKEN + "\"}")
                    .post("/api/things")
                    .then()
                    .statusCode(200)
                    .body("name", is("y"));
        }

        @Test
        void theTokenMayComeInAFormWhereFormsAreWelcome() {
            cookie("good-csrf")
                    .contentType(ContentType.URLENC)
                    .formParam("csrf_token", SessionTwin.CSRF_TOKEN)
                    .formParam("a", "b")
                    .post("/api/forms")
                    .then()
                    .statusCode(200)
                    .body("body", containsString("a=b"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
        void simpleBodiesAreRefusedElsewhere(String type) {
            cookie("good-csrf")
                    .header("X-CSRF-Token", SessionTwin.CSRF_TOKEN)
                    .header("Content-Type", type)
                    .body("{\"name\":\"x\"}")
                    .post("/api/things")
                    .then()
                    .statusCode(415)
                    .contentType(ContentType.JSON);
        }

        @Test
        void aFormWithPartsIsRefusedElsewhere() {
            cookie("good-csrf")
                    .header("X-CSRF-Token", SessionTwin.CSRF_TOKEN)
                    .multiPart("name", "x")
                    .post("/api/things")
                    .then()
                    .statusCode(415);
        }

        @Test
        void aFormTypeWithoutABodyIsNoForm() {
            cookie("good-csrf")
                    .header("X-CSRF-Token", SessionTwin.CSRF_TOKEN)
                    .contentType(ContentType.URLENC)
                    .delete("/api/things/7")
                    .then()
                    .statusCode(200);
        }

        @Test
        void anotherSiteIsRefusedWithTheRightTokenToo() {
            json(cookie("good-csrf"))
                    .header("X-CSRF-Token", SessionTwin.CSRF_TOKEN)
                    .header("Sec-Fetch-Site", "cross-site")
                    .post("/api/things")
                    .then()
                    .statusCode(403);
        }

        @Test
        void nobodyIsRefusedAndABearerIsNot() {
            json(given()).post("/api/things").then().statusCode(403);
            json(given().auth().oauth2(user())).post("/api/things").then().statusCode(200);
        }

        @Test
        void aSameOriginRouteBelievesTheBrowser() {
            json(cookie("good-csrf"))
                    .header("Sec-Fetch-Site", "same-origin")
                    .patch("/api/ping")
                    .then()
                    .statusCode(200);
            json(cookie("good-csrf"))
                    .header("Sec-Fetch-Site", "same-site")
                    .patch("/api/ping")
                    .then()
                    .statusCode(403);
            json(cookie("good-csrf"))
                    .header("Origin", "https://evil.example")
                    .patch("/api/ping")
                    .then()
                    .statusCode(403);
            json(cookie("good-csrf")).patch("/api/ping").then().statusCode(403);
            cookie("good-csrf")
                    .header("Sec-Fetch-Site", "same-origin")
                    .contentType("text/plain")
                    .body("x")
                    .patch("/api/ping")
                    .then()
                    .statusCode(415);
            json(cookie("good-csrf"))
                    .header("X-Forwarded-Host", "flotilla.example")
                    .header("X-Forwarded-Proto", "https")
                    .header("Origin", "https://flotilla.example")
                    .patch("/api/ping")
                    .then()
                    .statusCode(200);
        }

        @Test
        void aRouteWithoutCookieMeaningNeedsNone() {
            given().post("/api/free").then().statusCode(200);
        }
    }

    @Nested
    class Headers {
        @Test
        void everyAnswerIsGuarded() {
            for (var path : new String[] {"/api/public", "/api/nothing", "/q/health/ready"}) {
                given().get(path)
                        .then()
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                        .header("Referrer-Policy", "no-referrer")
                        .header("X-Request-Id", notNullValue());
            }
        }

        @Test
        void aHarmlessRequestIdIsKeptAndReachesTheResource() {
            given().header("X-Request-Id", "trace-12345678")
                    .get("/api/who")
                    .then()
                    .header("X-Request-Id", "trace-12345678")
                    .body("requestId", is("trace-12345678"));
            given().header("X-Request-Id", "<script>alert(1)</script>")
                    .get("/api/who")
                    .then()
                    .header("X-Request-Id", not(containsString("script")));
        }

        @Test
        void theAddressIsTheLastOneNoTrustedProxySent() {
            given().header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
                    .get("/api/public")
                    .then()
                    .body("address", is("203.0.113.9"));
        }

        @Test
        void theHealthPageNamesWhatIsThere() {
            await().untilAsserted(() -> given().get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("checks.name", org.hamcrest.Matchers.hasItem("public keys")));
        }
    }
}
