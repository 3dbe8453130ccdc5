package io.flotilla.auth.exchange;

import static io.flotilla.auth.ServiceCalls.exchange;
import static io.flotilla.auth.ServiceCalls.sessionService;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.kit.identity.TokenCheck;
import io.flotilla.kit.identity.TokenClaims;
import io.flotilla.kit.identity.TokenKind;
import io.flotilla.kit.identity.TokenVerifier;
import io.flotilla.testkit.OpenApiContract;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cookie for a token, between services. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class CookieExchangeIT {
    private static final OpenApiContract DOCUMENT = OpenApiContract.of("openapi/auth-service.yaml");

    @Inject
    TokenVerifier verifier;

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
        exchange(cookie).statusCode(503).header("Retry-After", notNullValue()).body("error", notNullValue());
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
