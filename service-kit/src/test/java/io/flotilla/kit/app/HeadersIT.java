package io.flotilla.kit.app;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What every answer carries. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HeadersIT {
    @Test
    void everyAnswerIsGuarded() {
        for (var path : new String[] {"/api/public", "/api/nothing", "/q/health/ready"}) {
            given().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Request-Id", notNullValue());
        }
    }

    @Test
    void aHarmlessRequestIdIsKeptAndReachesTheResource() {
        given().header("X-Request-Id", "trace-12345678")
                .get("/api/who")
                .then()
                .header("X-Request-Id", "trace-12345678")
                .body("requestId", is("trace-12345678"));
        given().header("X-Request-Id", "<script>alert(1)</script>")
                .get("/api/who")
                .then()
                .header("X-Request-Id", not(containsString("script")));
    }

    @Test
    void theAddressIsTheLastOneNoTrustedProxySent() {
        given().header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
                .get("/api/public")
                .then()
                .body("address", is("203.0.113.9"));
    }

    @Test
    void theHealthPageNamesWhatIsThere() {
        await().untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", org.hamcrest.Matchers.hasItem("public keys")));
    }
}
