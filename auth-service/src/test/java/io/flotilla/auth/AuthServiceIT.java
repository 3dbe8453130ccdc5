package io.flotilla.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flotilla.kit.identity.TokenCheck;
import io.flotilla.kit.identity.TokenClaims;
import io.flotilla.kit.identity.TokenKind;
import io.flotilla.kit.identity.TokenVerifier;
import io.flotilla.kit.revocation.Revocations;
import io.flotilla.testkit.OpenApiContract;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class AuthServiceIT {
    private static final OpenApiContract DOCUMENT = OpenApiContract.of("openapi/auth-service.yaml");

    @Inject
    TokenVerifier verifier;

    @Inject
    Revocations revocations;

    @BeforeEach
    void holdEveryAnswerToTheDocument() {
        RestAssured.filters(DOCUMENT);
    }

    @AfterEach
    void letGo() {
        RestAssured.replaceFiltersWith(java.util.List.of());
    }

    private static String serviceToken(String name, String secret) {
        return given().auth()
                .preemptive()
                .basic(name, secret)
                .post("/internal/tokens/service")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static RequestSpecification sessionService() {
        return given().auth().oauth2(serviceToken("session-service", "s1-secret"));
    }

    private static ValidatableResponse exchange(String cookie) {
        return sessionService()
                .contentType(ContentType.JSON)
                .body(Map.of("cookie", cookie, "userAgent", "Test/1"))
                .post("/internal/tokens/exchange")
                .then();
    }

    private <C extends TokenClaims> C claims(String jwt, TokenKind<C> kind) {
        assertThat(verifier.verify(jwt, kind)).isInstanceOf(TokenCheck.Accepted.class);
        return ((TokenCheck.Accepted<C>) verifier.verify(jwt, kind)).claims();
    }

    @Test
    void theServiceHasTheRoutesThatAreWrittenDown() {
        var served = given().get("/q/openapi").then().statusCode(200).extract().asString();

        DOCUMENT.requireSameRoutes(served, "/q/");
    }

    @Test
    void thePublicKeysAreForEverybodyAndOnlyThose() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=60"))
                .body("keys.kty", hasItem("OKP"))
                .body("keys.crv", hasItem("Ed25519"))
                .body("keys.alg", hasItem("EdDSA"))
                .body("keys[0].kid", notNullValue())
                .body("keys[0].x", notNullValue())
                .body("keys[0].d", nullValue());
    }

    @Test
    void readinessIsGreenWhenKeysAreThere() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("public keys"));
    }

    @Nested
    class Services {
        @Test
        void aServiceGetsItsTokenForItsSecret() {
            var claims = claims(serviceToken("session-service", "s1-secret"), TokenKind.SERVICE);

            assertThat(claims.subject()).isEqualTo("session-service");
        }

        @ParameterizedTest
        @CsvSource({"session-service,wrong", "session-service,s2-secret", "nobody,s1-secret", "session-service,''"})
        void everyWrongPairReadsTheSame(String name, String secret) {
            given().auth()
                    .preemptive()
                    .basic(name, secret)
                    .post("/internal/tokens/service")
                    .then()
                    .statusCode(401)
                    .body("error", is("Unknown service or wrong secret"))
                    .body("size()", is(1));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Basic", "Basic !!!", "Basic bm9jb2xvbg==", "Digest abc"})
        void whatIsNoLoginIsDenied(String authorization) {
            given().header("Authorization", authorization)
                    .post("/internal/tokens/service")
                    .then()
                    .statusCode(401)
                    .body("error", is("Unknown service or wrong secret"));
        }

        @Test
        void guessersAreStoppedAndTheRightOneElsewhereIsNot() {
            var answers = new HashMap<Integer, Integer>();
            for (int i = 0; i < 15; i++) {
                int status = given().header("X-Forwarded-For", "203.0.113.77")
                        .auth()
                        .preemptive()
                        .basic("vm-broker-service", "guess-" + i)
                        .post("/internal/tokens/service")
                        .statusCode();
                answers.merge(status, 1, Integer::sum);
            }

            assertThat(answers).isEqualTo(Map.of(401, 10, 429, 5));
            given().header("X-Forwarded-For", "203.0.113.77")
                    .auth()
                    .preemptive()
                    .basic("vm-broker-service", "s2-secret")
                    .post("/internal/tokens/service")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", notNullValue())
                    .body("retry_after", greaterThan(0));
            serviceToken("vm-broker-service", "s2-secret");
        }
    }

    @Nested
    class Exchange {
        @Test
        void aVouchedCookieBecomesAUsersToken() {
            String jwt = exchange("good-1")
                    .statusCode(200)
                    .body("expires_in", allOf(greaterThan(290), lessThanOrEqualTo(300)))
                    .extract()
                    .path("access_token");

            var user = claims(jwt, TokenKind.USER);
            assertThat(user.subject()).isEqualTo("ada");
            assertThat(user.sessionId()).isEqualTo("sid-good-1");
            assertThat(user.group()).isEqualTo("group-ada");
            assertThat(user.roles()).containsExactly("anonymous");
            assertThat(user.csrfHash()).isEqualTo(SessionServiceTwin.CSRF_HASH);
        }

        @Test
        void noTokenOutlivesItsSession() {
            exchange("brief-1").statusCode(200).body("expires_in", lessThanOrEqualTo(10));
        }

        @Test
        void aCookieThatOpensNothingSaysWhetherItOnceDid() {
            exchange("old-1").statusCode(401).body("code", is("SESSION_EXPIRED"));
            exchange("strange").statusCode(401).body("code", is("SESSION_REQUIRED"));
            exchange("x".repeat(600)).statusCode(401).body("code", is("SESSION_REQUIRED"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"broken-1", "cut-1", "hang-1"})
        void whileNobodyVouchesTheAnswerIsComeBack(String cookie) {
            exchange(cookie)
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("error", notNullValue());
        }

        @Test
        void onlyServicesMayAsk() {
            given().contentType(ContentType.JSON)
                    .body(Map.of("cookie", "good-1"))
                    .post("/internal/tokens/exchange")
                    .then()
                    .statusCode(401);
            String user = exchange("good-1").extract().path("access_token");
            given().auth()
                    .oauth2(user)
                    .contentType(ContentType.JSON)
                    .body(Map.of("cookie", "good-1"))
                    .post("/internal/tokens/exchange")
                    .then()
                    .statusCode(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"cookie\":\"\"}", "{\"cookie\":7", "null"})
        void aBodyWithoutACookieIsMalformed(String body) {
            sessionService()
                    .contentType(ContentType.JSON)
                    .body(body)
                    .post("/internal/tokens/exchange")
                    .then()
                    .statusCode(400)
                    .body("error", notNullValue());
        }
    }

    @Nested
    class Participants {
        private final Map<String, Object> wish = new HashMap<>(Map.of(
                "userId",
                "ada",
                "participantId",
                "p1",
                "vmId",
                "vm1",
                "vmSessionId",
                "s1",
                "role",
                "owner",
                "name",
                "Ada L."));

        @Test
        void sessionServiceGetsAParticipantsToken() {
            String jwt = sessionService()
                    .contentType(ContentType.JSON)
                    .body(wish)
                    .post("/internal/tokens/participant")
                    .then()
                    .statusCode(200)
                    .body("expires_in", is(900))
                    .extract()
                    .path("access_token");

            var claims = claims(jwt, TokenKind.PARTICIPANT);
            assertThat(claims)
                    .extracting(
                            TokenClaims.ParticipantClaims::subject,
                            TokenClaims.ParticipantClaims::participantId,
                            TokenClaims.ParticipantClaims::vmId,
                            TokenClaims.ParticipantClaims::vmSessionId,
                            TokenClaims.ParticipantClaims::role,
                            TokenClaims.ParticipantClaims::name)
                    .containsExactly("ada", "p1", "vm1", "s1", "owner", "Ada L.");
        }

        @Test
        void noOtherServiceDoes() {
            given().auth()
                    .oauth2(serviceToken("vm-broker-service", "s2-secret"))
                    .contentType(ContentType.JSON)
                    .body(wish)
                    .post("/internal/tokens/participant")
                    .then()
                    .statusCode(403);
        }

        @ParameterizedTest
        @ValueSource(strings = {"userId", "participantId", "vmId", "vmSessionId", "role", "name"})
        void aMissingFieldIsNamed(String field) {
            wish.remove(field);

            sessionService()
                    .contentType(ContentType.JSON)
                    .body(wish)
                    .post("/internal/tokens/participant")
                    .then()
                    .statusCode(400)
                    .body("field", is(field));
        }
    }

    @Nested
    class Clients {
        private static RequestSpecification browser(String cookie) {
            return given().cookie("__Host-flotilla", cookie).header("User-Agent", "Test/1");
        }

        @Test
        void aBrowserGetsATokenForItsCookieAndCsrfToken() {
            String jwt = browser("good-browser")
                    .header("X-CSRF-Token", SessionServiceTwin.CSRF_TOKEN)
                    .post("/api/auth/token")
                    .then()
                    .statusCode(200)
                    .body("token_type", is("Bearer"))
                    .body("expires_in", greaterThan(0))
                    .extract()
                    .path("access_token");

            assertThat(claims(jwt, TokenKind.USER).subject()).isEqualTo("ada");
        }

        @Test
        void withoutTheCsrfTokenItGetsNone() {
            browser("good-browser")
                    .post("/api/auth/token")
                    .then()
                    .statusCode(403)
                    .body("code", is("CSRF_INVALID"));
            given().post("/api/auth/token").then().statusCode(403).body("code", is("CSRF_INVALID"));
        }

        @Test
        void anApiKeyGetsTheOperatorsToken() {
            String jwt = given().auth()
                    .oauth2(SessionServiceTwin.API_KEY)
                    .post("/api/auth/token")
                    .then()
                    .statusCode(200)
                    .body("token_type", is("Bearer"))
                    .extract()
                    .path("access_token");

            var client = claims(jwt, TokenKind.USER);
            assertThat(client.roles()).containsExactly("api");
            assertThat(client.tenant()).isEqualTo("operator");
            assertThat(client.csrfHash()).isNull();
        }

        @Test
        void aTokenIsNotExchangedForAnother() {
            String jwt = exchange("good-1").extract().path("access_token");

            given().auth().oauth2(jwt).post("/api/auth/token").then().statusCode(403);
        }

        @Test
        void whoGuessesApiKeysIsStopped() {
            var answers = new HashMap<Integer, Integer>();
            for (int i = 0; i < 14; i++) {
                int status = given().header("X-Forwarded-For", "203.0.113.78")
                        .auth()
                        .oauth2("sk_guess_number_%024d".formatted(i))
                        .post("/api/auth/token")
                        .statusCode();
                answers.merge(status, 1, Integer::sum);
            }

            assertThat(answers).isEqualTo(Map.of(401, 10, 429, 4));
            given().auth()
                    .oauth2(SessionServiceTwin.API_KEY)
                    .post("/api/auth/token")
                    .then()
                    .statusCode(200);
        }

        @Test
        void parallelGuessesExceedNothing() throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var guesses = new ArrayList<Callable<Integer>>();
                for (int i = 0; i < 40; i++) {
                    var key = "sk_parallel_guess_%024d".formatted(i);
                    guesses.add(() -> given().header("X-Forwarded-For", "203.0.113.79")
                            .auth()
                            .oauth2(key)
                            .post("/api/auth/token")
                            .statusCode());
                }
                int denied = 0;
                for (Future<Integer> answer : threads.invokeAll(guesses)) {
                    denied += answer.get() == 401 ? 1 : 0;
                }

                assertThat(denied).isEqualTo(10);
            }
        }

        @Test
        void meIsWhoeverAsks() {
            browser("good-me")
                    .get("/api/auth/me")
                    .then()
                    .statusCode(200)
                    .body("user.id", is("ada"))
                    .body("user.anonymous", is(true))
                    .body("session_id", is("sid-good-me"));
            given().auth()
                    .oauth2(SessionServiceTwin.API_KEY)
                    .get("/api/auth/me")
                    .then()
                    .statusCode(200)
                    .body("user.roles", contains("api"))
                    .body("user.tenant", is("operator"));
            given().get("/api/auth/me").then().statusCode(401).body("code", is("SESSION_REQUIRED"));
            browser("old-me").get("/api/auth/me").then().statusCode(401).body("code", is("SESSION_EXPIRED"));
            browser("broken-me").get("/api/auth/me").then().statusCode(503).header("Retry-After", notNullValue());
        }

        @Test
        void aRevokedSessionsTokenOpensNothing() {
            String jwt = exchange("good-revoked").extract().path("access_token");
            given().auth().oauth2(jwt).get("/api/auth/me").then().statusCode(200);

            revocations.revoke("sid-good-revoked", Instant.now().plusSeconds(300));

            given().auth().oauth2(jwt).get("/api/auth/me").then().statusCode(401);
        }
    }

    @Test
    void noAnswerShowsACookieOrAKey() {
        exchange("broken-swordfish").body(not(containsString("swordfish")));
        given().auth()
                .oauth2("sk_swordfish_0123456789abcdef")
                .get("/api/auth/me")
                .then()
                .statusCode(401)
                .body(not(containsString("swordfish")));
    }
}
