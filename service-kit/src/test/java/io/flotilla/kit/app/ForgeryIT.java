package io.flotilla.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.revocation.Revocations;
import io.flotilla.testkit.Forgeries;
import io.flotilla.testkit.Forgery;
import io.flotilla.testkit.Misfits;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTickets;
import io.flotilla.testkit.TestTokens;
import io.flotilla.testkit.Trap;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a token, the answer is the same, and nobody is called because of it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ForgeryIT {
    @Inject
    Revocations revocations;

    private static Response show(String token) {
        return given().header("Authorization", "Bearer " + token).get("/api/who");
    }

    private static String genuine(String sid) {
        return TestTokens.current().user("ada", sid, "", "user");
    }

    private static void allGetTheSame(List<Forgery> forgeries) {
        var expected = show("x").body().asString();
        var softly = new SoftAssertions();
        for (var forgery : forgeries) {
            var answer = show(forgery.token());
            softly.assertThat(answer.statusCode()).as(forgery.name()).isEqualTo(401);
            softly.assertThat(answer.body().asString()).as(forgery.name()).isEqualTo(expected);
            softly.assertThat(answer.header("WWW-Authenticate"))
                    .as(forgery.name())
                    .isEqualTo("Bearer");
        }
        softly.assertAll();
    }

    @Test
    void aGenuineTokenIsTaken() {
        show(genuine("sid-genuine")).then().statusCode(200);
    }

    @Test
    void forgedTokensGetOneAnswerAndCallNobody() {
        show(genuine("sid-genuine")).then().statusCode(200);
        int before = TestTickets.keysFetched();
        try (var trap = Trap.open()) {
            allGetTheSame(
                    Forgeries.of(genuine("sid-forged"), TestTokens.current().jwks(), trap.url()));

            assertThat(trap.calls()).isEmpty();
        }
        // Strange key ids of a plausible shape may ask for keys, but not again and again.
        assertThat(TestTickets.keysFetched() - before).isLessThan(10);
    }

    @Test
    void wellSignedMisfitsGetTheSameAnswer() {
        allGetTheSame(Misfits.of(TestTokens.current()));
    }

    @Test
    void aRevokedSessionGetsTheSameAnswer() {
        var token = genuine("sid-forgery-revoked");
        show(token).then().statusCode(200);

        revocations.revoke("sid-forgery-revoked", Instant.now().plusSeconds(60));

        allGetTheSame(List.of(new Forgery("revoked", token)));
    }

    @Test
    void aTokenOfAMegabyteIsRefusedBeforeItIsRead() {
        assertThat(show("x".repeat(15_000)).statusCode()).isEqualTo(401);
        assertThat(statusOrNone(genuine("s") + "A".repeat(1_000_000))).isIn(401, 431, 0);
        show(genuine("sid-genuine")).then().statusCode(200);
    }

    /** None where the server closed the connection while the client was still writing: the answer may be lost then. */
    private static int statusOrNone(String token) {
        try {
            return show(token).statusCode();
        } catch (Exception e) {
            assertThat(e).isInstanceOf(IOException.class);
            return 0;
        }
    }
}
