package io.flotilla.auth.participant;

import static io.flotilla.auth.ServiceCalls.serviceToken;
import static io.flotilla.auth.ServiceCalls.sessionService;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens for participants of VM sessions. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class ParticipantTokenIT {
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
            "Ada L.",
            "sid",
            "u1-s1"));

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
                        TokenClaims.ParticipantClaims::name,
                        TokenClaims.ParticipantClaims::sessionId)
                .containsExactly("ada", "p1", "vm1", "s1", "owner", "Ada L.", "u1-s1");
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
