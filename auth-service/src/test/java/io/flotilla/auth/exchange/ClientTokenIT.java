package io.flotilla.auth.exchange;

import static io.flotilla.auth.ServiceCalls.exchange;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.flotilla.auth.SessionServiceTwin;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens for browsers and API clients. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class ClientTokenIT {
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
        RestAssured.replaceFiltersWith(List.of());
    }

    private <C extends TokenClaims> C claims(String jwt, TokenKind<C> kind) {
        assertThat(verifier.verify(jwt, kind)).isInstanceOf(TokenCheck.Accepted.class);
        return ((TokenCheck.Accepted<C>) verifier.verify(jwt, kind)).claims();
    }

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
        browser("good-browser").post("/api/auth/token").then().statusCode(403).body("code", is("CSRF_INVALID"));
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
