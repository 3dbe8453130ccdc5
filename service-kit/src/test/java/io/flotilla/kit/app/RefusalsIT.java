package io.flotilla.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is refused in JSON. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RefusalsIT {
    private static String user() {
        return TestTokens.current().user("bob", "sid-bob", "", "user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/nothing", "/internal/nothing"})
    void anUnknownPathIsJson(String path) {
        given().get(path).then().statusCode(404).contentType(ContentType.JSON).body("error", is("Not found"));
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
