package io.flotilla.auth;

import static io.flotilla.auth.ServiceCalls.exchange;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flotilla.testkit.OpenApiContract;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for the service as a whole. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class AuthServiceIT {
    private static final OpenApiContract DOCUMENT = OpenApiContract.of("openapi/auth-service.yaml");

    @BeforeEach
    void holdEveryAnswerToTheDocument() {
        RestAssured.filters(DOCUMENT);
    }

    @AfterEach
    void letGo() {
        RestAssured.replaceFiltersWith(List.of());
    }

    @Test
    void theServiceHasTheRoutesThatAreWrittenDown() {
        var served = given().get("/q/openapi").then().statusCode(200).extract().asString();

        DOCUMENT.requireSameRoutes(served, "/q/");
    }

    @Test
    void thePublicKeysAreForEverybodyAndOnlyThose() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=60"))
                .body("keys.kty", hasItem("OKP"))
                .body("keys.crv", hasItem("Ed25519"))
                .body("keys.alg", hasItem("EdDSA"))
                .body("keys[0].kid", notNullValue())
                .body("keys[0].x", notNullValue())
                .body("keys[0].d", nullValue());
    }

    @Test
    void readinessIsGreenWhenKeysAreThere() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("public keys"));
    }

    @Test
    void noAnswerShowsACookieOrAKey() {
        exchange("broken-swordfish").body(not(containsString("swordfish")));
        given().auth()
                .oauth2("sk_swordfish_0123456789abcdef")
                .get("/api/auth/me")
                .then()
                .statusCode(401)
                .body(not(containsString("swordfish")));
    }
}
