package io.flotilla.auth;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Calls of other services, as they make them. */
public final class ServiceCalls {
    private ServiceCalls() {}

    public static String serviceToken(String name, String secret) {
        return given().auth()
                .preemptive()
                .basic(name, secret)
                .post("/internal/tokens/service")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    public static RequestSpecification sessionService() {
        return given().auth().oauth2(serviceToken("session-service", "s1-secret"));
    }

    public static ValidatableResponse exchange(String cookie) {
        return sessionService()
                .contentType(ContentType.JSON)
                .body(Map.of("cookie", cookie, "userAgent", "Test/1"))
                .post("/internal/tokens/exchange")
                .then();
    }
}
