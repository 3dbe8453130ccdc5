package io.flotilla.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Limits as settings of the tests have them: 3 writes, 5 sign-ins, 8 an address, no limit of class csrf. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LimitIT {
    private static RequestSpecification user() {
        return given().auth().oauth2(TestTokens.current().user("bob", "sid-" + UUID.randomUUID(), "", "user"));
    }

    private static RequestSpecification at(String address) {
        return given().header("X-Forwarded-For", address)
                .contentType("application/json")
                .body("{}");
    }

    private static void isRefused(ValidatableResponse answer) {
        answer.statusCode(429)
                .header("Retry-After", notNullValue())
                .header("X-RateLimit-Remaining", "0")
                .body("error", is("rate_limit_exceeded"))
                .body("message", notNullValue())
                .body("retry_after", allOf(greaterThan(0), lessThanOrEqualTo(60)));
    }

    @Test
    void everyCountedAnswerTellsWhatIsLeft() {
        var me = user();
        for (var left : new String[] {"2", "1", "0"}) {
            me.post("/api/counted")
                    .then()
                    .statusCode(200)
                    .header("X-RateLimit-Limit", "3")
                    .header("X-RateLimit-Remaining", left)
                    .header("X-RateLimit-Reset", notNullValue());
        }
        isRefused(me.post("/api/counted").then());
        me.get("/api/counted").then().statusCode(200).header("X-RateLimit-Limit", "200");
        user().post("/api/counted").then().statusCode(200);
    }

    @Test
    void refusalsAreCountedAndTellToo() {
        at("192.0.2.10").get("/api/counted").then().statusCode(401).header("X-RateLimit-Remaining", "199");
        at("192.0.2.11").post("/api/counted").then().statusCode(403).header("X-RateLimit-Remaining", "2");
    }

    @Test
    void whatIsNotInTheTableOrSwitchedOffIsNotCounted() {
        given().get("/api/public").then().statusCode(200).header("X-RateLimit-Limit", nullValue());
        given().get("/api/uncounted").then().statusCode(200).header("X-RateLimit-Limit", nullValue());
    }

    @Test
    void aSessionThatIsFreeToHaveDoesNotFreeFromTheLimitOfTheAddress() {
        for (int i = 0; i < 8; i++) {
            var cookie = "good-" + UUID.randomUUID();
            at("192.0.2.20")
                    .cookie("__Host-flotilla", cookie)
                    .header("X-CSRF-Token", SessionTwin.CSRF_TOKEN)
                    .post("/api/sign-in")
                    .then()
                    .statusCode(200);
        }
        isRefused(at("192.0.2.20")
                .cookie("__Host-flotilla", "good-" + UUID.randomUUID())
                .header("X-CSRF-Token", SessionTwin.CSRF_TOKEN)
                .post("/api/sign-in")
                .then());
        at("192.0.2.21").post("/api/sign-in").then().statusCode(200);
    }

    @Test
    void withoutASessionTheAddressIsCounted() {
        for (int i = 0; i < 5; i++) {
            at("192.0.2.30").post("/api/sign-in").then().statusCode(200).header("X-RateLimit-Limit", "5");
        }
        isRefused(at("192.0.2.30").post("/api/sign-in").then());
    }

    @Test
    void onAnEventLoopNobodyWaits() {
        var me = user();
        for (int i = 0; i < 3; i++) {
            me.put("/api/counted-on-the-event-loop")
                    .then()
                    .statusCode(200)
                    .header("X-RateLimit-Limit", "3")
                    .body("eventLoop", is(true));
        }
        isRefused(me.put("/api/counted-on-the-event-loop").then());
    }

    @Test
    void aResourceMayCountByItself() {
        var me = user();
        for (int i = 0; i < 3; i++) {
            me.get("/api/counted-by-itself").then().statusCode(200).header("X-RateLimit-Limit", "3");
        }
        isRefused(me.get("/api/counted-by-itself").then());
    }
}
