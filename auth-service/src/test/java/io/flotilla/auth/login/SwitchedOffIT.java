package io.flotilla.auth.login;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.flotilla.auth.Browser;
import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An installation without passwords. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
@TestProfile(SwitchedOffIT.WithoutPasswords.class)
class SwitchedOffIT {
    public static final class WithoutPasswords implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("flotilla.authenticators", "anonymous");
        }
    }

    @Test
    void theRoutesOfPasswordsAreNotThere() {
        var browser = new Browser();

        browser.login("admin", SessionServiceTwin.ADMIN_PASSWORD)
                .then()
                .statusCode(404)
                .body("code", is("METHOD_OFF"))
                .body("error", notNullValue());
        browser.register("ada").then().statusCode(404).body("code", is("METHOD_OFF"));
    }

    @Test
    void pagesAreTold() {
        given().get("/api/auth/methods")
                .then()
                .statusCode(200)
                .body("anonymous", is(true))
                .body("password", is(false))
                .body("sign_up", is(false));
    }
}
