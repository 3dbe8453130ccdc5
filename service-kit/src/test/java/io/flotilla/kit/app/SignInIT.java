package io.flotilla.kit.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.identity.CallerCheck;
import io.flotilla.kit.identity.Callers;
import io.flotilla.kit.secret.Secret;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestCookies;
import io.flotilla.testkit.TestTickets;
import io.flotilla.testkit.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signing in without a session, visits that may do only that, and tickets. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SignInIT {
    @Inject
    Callers callers;

    @Inject
    MeterRegistry meters;

    private static RequestSpecification json() {
        return given().contentType("application/json").body("{}");
    }

    private static String pending() {
        return TestTokens.current().user("visitor", "sid-visitor", "", "pending");
    }

    @Test
    void withoutASessionTheBrowserMustVouchForThePage() {
        json().post("/api/sign-in-json").then().statusCode(200);
        json().header("Sec-Fetch-Site", "same-origin")
                .post("/api/sign-in-json")
                .then()
                .statusCode(200);
        json().header("Sec-Fetch-Site", "cross-site")
                .post("/api/sign-in-json")
                .then()
                .statusCode(403)
                .body("code", is("CSRF_INVALID"));
        json().header("Origin", "https://evil.example")
                .post("/api/sign-in-json")
                .then()
                .statusCode(403);
        given().contentType("text/plain")
                .body("{}")
                .post("/api/sign-in-json")
                .then()
                .statusCode(415);
    }

    @Test
    void withASessionItNeedsTheTokenLikeAnyOther() {
        json().cookie("__Host-flotilla", "good-sign-in")
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/sign-in-json")
                .then()
                .statusCode(403);
        json().cookie("__Host-flotilla", "good-sign-in")
                .header("X-CSRF-Token", SessionTwin.CSRF_TOKEN)
                .post("/api/sign-in-json")
                .then()
                .statusCode(200);
        json().cookie("__Host-flotilla", "stale")
                .header("Sec-Fetch-Site", "same-origin")
                .post("/api/sign-in-json")
                .then()
                .statusCode(200);
    }

    @Test
    void aPendingVisitIsNobodyButForSigningIn() {
        given().auth().oauth2(pending()).get("/api/me").then().statusCode(401).body("code", is("SESSION_REQUIRED"));
        given().auth()
                .oauth2(pending())
                .get("/api/visitor")
                .then()
                .statusCode(200)
                .body("user", is("visitor"));
        given().get("/api/visitor").then().statusCode(401);
    }

    @Test
    void aCookieTheTwinVouchesForIsAUsersLikeAnyOther() {
        var cookie = TestCookies.of("grace", "sid-" + UUID.randomUUID());

        given().cookie("__Host-flotilla", cookie).get("/api/me").then().body("user", is("grace"));
        json().cookie("__Host-flotilla", cookie)
                .header("X-CSRF-Token", TestCookies.CSRF_TOKEN)
                .post("/api/sign-in-json")
                .then()
                .statusCode(200);
    }

    @Test
    void aTicketWorksOnce() {
        var ticket = Secret.of(TestTickets.of(TestTokens.current().user("ada", "sid-ticket", "", "user")));

        assertThat(callers.byTicket(ticket))
                .isInstanceOfSatisfying(CallerCheck.Known.class, known -> assertThat(known.caller())
                        .isInstanceOfSatisfying(Caller.User.class, user -> {
                            assertThat(user.sessionId()).isEqualTo("sid-ticket");
                            assertThat(user.byCookie()).isFalse();
                        }));
        assertThat(callers.byTicket(ticket)).isEqualTo(new CallerCheck.Refused("SESSION_REQUIRED"));
        assertThat(callers.byTicket(Secret.of("tk_short"))).isEqualTo(new CallerCheck.Refused("SESSION_REQUIRED"));
    }

    @Test
    void exchangesAreMeasured() {
        var seen = new SimpleMeterRegistry();
        io.micrometer.core.instrument.Metrics.addRegistry(seen);
        try {
            var cookie = TestCookies.of("heidi", "sid-" + UUID.randomUUID());
            given().cookie("__Host-flotilla", cookie).get("/api/me").then().statusCode(200);
            given().cookie("__Host-flotilla", cookie).get("/api/me").then().statusCode(200);

            assertThat(meters).isNotNull();
            assertThat(seen.get("flotilla.exchange")
                            .tags("kind", "cookie", "result", "token")
                            .timer()
                            .count())
                    .isPositive();
            assertThat(seen.get("flotilla.exchange.cache")
                            .tag("result", "hit")
                            .counter()
                            .count())
                    .isPositive();
        } finally {
            io.micrometer.core.instrument.Metrics.removeRegistry(seen);
        }
    }
}
