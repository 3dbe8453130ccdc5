package io.flotilla.auth.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.kit.identity.TokenCheck;
import io.flotilla.kit.identity.TokenClaims.UserClaims;
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
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class TicketIT {
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

    private static ValidatableResponse ask(String cookie) {
        return given().cookie("__Host-flotilla", cookie)
                .header("User-Agent", "Test/1")
                .header("X-CSRF-Token", SessionServiceTwin.CSRF_TOKEN)
                .post("/api/auth/ticket")
                .then();
    }

    private static String ticket(String cookie) {
        return ask(cookie).statusCode(200).extract().path("ticket");
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

    private static ValidatableResponse redeem(String ticket) {
        return given().auth()
                .oauth2(serviceToken("realtime-gateway", "s3-secret"))
                .contentType(ContentType.JSON)
                .body(Map.of("ticket", ticket))
                .post("/internal/tickets/redeem")
                .then();
    }

    private UserClaims claims(String jwt) {
        assertThat(verifier.verify(jwt, TokenKind.USER)).isInstanceOf(TokenCheck.Accepted.class);
        return ((TokenCheck.Accepted<UserClaims>) verifier.verify(jwt, TokenKind.USER)).claims();
    }

    @Test
    void aTicketStandsOnceForWhoeverAsked() {
        var ticket = ask("good-ticket")
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("ticket", matchesPattern("tk_[A-Za-z0-9_-]{43}"))
                .body("expires_in", is(30))
                .extract()
                .<String>path("ticket");

        String jwt = redeem(ticket)
                .statusCode(200)
                .body("expires_in", lessThanOrEqualTo(300))
                .extract()
                .path("access_token");
        var user = claims(jwt);
        assertThat(user.subject()).isEqualTo("ada");
        assertThat(user.sessionId()).isEqualTo("sid-good-ticket");
        redeem(ticket).statusCode(401).body("code", is("SESSION_REQUIRED"));
    }

    @Test
    void aTokenOrAnApiKeyGetsOneWithoutACsrfToken() {
        String ticket = given().auth()
                .oauth2(SessionServiceTwin.API_KEY)
                .post("/api/auth/ticket")
                .then()
                .statusCode(200)
                .extract()
                .path("ticket");

        String jwt = redeem(ticket).statusCode(200).extract().path("access_token");
        assertThat(claims(jwt).tenant()).isEqualTo("operator");
        assertThat(claims(jwt).roles()).containsExactly("api");
    }

    @Test
    void aCookieNeedsItsCsrfTokenAndNobodyGetsNone() {
        given().cookie("__Host-flotilla", "good-ticket")
                .header("User-Agent", "Test/1")
                .post("/api/auth/ticket")
                .then()
                .statusCode(403)
                .body("code", is("CSRF_INVALID"));
        given().header("Authorization", "Bearer rubbish")
                .post("/api/auth/ticket")
                .then()
                .statusCode(401);
    }

    @Test
    void ofParallelRedemptionsOneSucceeds() throws Exception {
        var ticket = ticket("good-parallel");
        var service = serviceToken("realtime-gateway", "s3-secret");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = Stream.generate(() -> (Callable<Integer>) () -> given().auth()
                            .oauth2(service)
                            .contentType(ContentType.JSON)
                            .body(Map.of("ticket", ticket))
                            .post("/internal/tickets/redeem")
                            .statusCode())
                    .limit(12)
                    .toList();
            int redeemed = 0;
            for (var attempt : threads.invokeAll(tries)) {
                redeemed += attempt.get() == 200 ? 1 : 0;
            }

            assertThat(redeemed).isEqualTo(1);
        }
    }

    @Test
    void aSessionThatEndedInBetweenOpensNothing() {
        var ticket = ticket("good-revoked-ticket");

        revocations.revoke("sid-good-revoked-ticket", Instant.now().plusSeconds(300));

        redeem(ticket).statusCode(401).body("code", is("SESSION_REQUIRED"));
    }

    @Test
    void aHandleNobodyKnowsOpensNothing() {
        // brief-… is vouched for by its cookie, but no longer known by its handle.
        redeem(ticket("brief-ticket")).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "tk_", "tk_0123456789012345678901234567890123456789012", "tk_*"})
    void anyOtherTicketIsNobodys(String ticket) {
        redeem(ticket).statusCode(401).body("code", is("SESSION_REQUIRED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ticket\":\"\"}", "null"})
    void aBodyWithoutATicketIsMalformed(String body) {
        given().auth()
                .oauth2(serviceToken("realtime-gateway", "s3-secret"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/tickets/redeem")
                .then()
                .statusCode(400)
                .body("error", notNullValue());
    }

    @Test
    void onlyTheGatewayMayRedeem() {
        var ticket = ticket("good-ticket");

        given().auth()
                .oauth2(serviceToken("session-service", "s1-secret"))
                .contentType(ContentType.JSON)
                .body(Map.of("ticket", ticket))
                .post("/internal/tickets/redeem")
                .then()
                .statusCode(403);
        redeem(ticket).statusCode(200);
    }
}
