package io.flotilla.auth.service;

import static io.flotilla.auth.ServiceCalls.serviceToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
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
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service's own token. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class ServiceTokenIT {
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
