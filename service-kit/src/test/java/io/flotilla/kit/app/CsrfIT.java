package io.flotilla.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State changes by cookie need proof that our own page wants them. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CsrfIT {
    private static RequestSpecification cookie(String value) {
        return given().cookie("__Host-flotilla", value);
    }

    private static String user() {
        return TestTokens.current().user("bob", "sid-bob", "", "user");
    }

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
