package io.flotilla.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** Pages of named origins may call with a bearer token; nobody else's, and never with the cookie. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class CorsIT {
    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }

    @Test
    void aFriendIsToldYesWithoutCredentials() {
        from("https://friend.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .options("/api/things")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://friend.example")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Vary", containsString("Origin"));
        from("https://friend.example")
                .auth()
                .oauth2(TestTokens.current().user("bob", "sid-bob", "", "user"))
                .get("/api/me")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://friend.example")
                .header("Access-Control-Allow-Credentials", nullValue())
                .body("user", is("bob"));
        from("https://friend.example")
                .get("/api/me")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", "https://friend.example");
    }

    @Test
    void anybodyElseIsToldNothing() {
        for (var origin : new String[] {
            "https://evil.example", "http://friend.example", "https://friend.example.evil.example", "null"
        }) {
            from(origin)
                    .header("Access-Control-Request-Method", "POST")
                    .options("/api/things")
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue())
                    .header("Access-Control-Allow-Methods", nullValue());
            from(origin).get("/api/public").then().header("Access-Control-Allow-Origin", nullValue());
        }
    }

    @Test
    void callsBetweenServicesAreNoPages() {
        from("https://friend.example").get("/internal/me").then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aForeignOriginWithTheCookieIsRefusedEvenWithTheRightToken() {
        var right = given().cookie("__Host-flotilla", "good-cors")
                .header("X-CSRF-Token", SessionTwin.CSRF_TOKEN)
                .contentType("application/json")
                .body("{\"name\":\"x\",\"count\":1}");
        right.header("Origin", "https://evil.example")
                .post("/api/things")
                .then()
                .statusCode(403);
    }
}
