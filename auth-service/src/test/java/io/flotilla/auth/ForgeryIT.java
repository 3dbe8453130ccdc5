package io.flotilla.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.Token;
import io.flotilla.testkit.Forgeries;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.Trap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The forgeries that every service withstands, tried on the one that signs, with its own key set. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class ForgeryIT {
    @Inject
    Signer signer;

    private static Response show(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/auth/me");
    }

    @Test
    void forgedTokensGetOneAnswerAndCallNobody() throws Exception {
        var genuine = signer.sign(new Token.User("ada", "sid-genuine", "ada", Set.of("anonymous"), null, null))
                .jwt()
                .reveal();
        show(genuine).then().statusCode(200);
        var jwks = given().get("/.well-known/jwks.json").asString();
        var expected = show("x").asString();
        var softly = new SoftAssertions();
        try (var trap = Trap.open()) {
            for (var forgery : Forgeries.of(genuine, jwks, trap.url())) {
                var answer = show(forgery.token());
                softly.assertThat(answer.statusCode()).as(forgery.name()).isEqualTo(401);
                softly.assertThat(answer.asString()).as(forgery.name()).isEqualTo(expected);
            }
            softly.assertAll();
            assertThat(trap.calls()).isEmpty();
        }
    }
}
