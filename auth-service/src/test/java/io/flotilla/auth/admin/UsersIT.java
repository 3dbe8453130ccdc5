package io.flotilla.auth.admin;

import static io.flotilla.auth.Browser.PASSWORD;
import static io.flotilla.auth.Browser.unique;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flotilla.auth.Browser;
import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.testkit.OpenApiContract;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class UsersIT {
    @Inject
    Accounts accounts;

    @BeforeEach
    void holdEveryAnswerToTheDocument() {
        RestAssured.filters(OpenApiContract.of("openapi/auth-service.yaml"));
    }

    @AfterEach
    void letGo() {
        RestAssured.replaceFiltersWith(List.of());
    }

    /** An administrator of this test's own: whether the first one is there depends on what other tests have done. */
    private Browser admin() {
        var name = "admin" + unique();
        var admin = new Browser();
        String id = admin.register(name).path("user.id");
        accounts.change(id, null, Set.of(Account.USER, Account.ADMIN), Instant.now());
        admin.login(name, PASSWORD).then().statusCode(200);
        return admin;
    }

    private static Response put(Browser browser, String id, String body) {
        return browser.call().contentType(ContentType.JSON).body(body).put("/api/auth/users/" + id);
    }

    @Test
    void administratorsFindPeoplePageByPage() {
        var common = unique();
        new Browser().register("ada-" + common);
        new Browser().register("bob-" + common);
        var admin = admin();

        String next = admin.get("/api/auth/users?limit=1&query=" + common)
                .then()
                .statusCode(200)
                .body("success", is(true))
                .body("users", hasSize(1))
                .body("users[0].status", is("active"))
                .body("users[0].created_at", notNullValue())
                .body("next", notNullValue())
                .extract()
                .path("next");
        admin.get("/api/auth/users?limit=1&query=" + common + "&after=" + next)
                .then()
                .statusCode(200)
                .body("users", hasSize(1))
                .body("next", nullValue());
        admin.get("/api/auth/users?limit=0").then().statusCode(422).body("field", is("limit"));
    }

    @Test
    void nobodyElseDoes() {
        var ada = new Browser();
        String id = ada.register("ada" + unique()).path("user.id");

        ada.get("/api/auth/users").then().statusCode(403);
        put(ada, id, "{\"roles\":[\"admin\"]}").then().statusCode(403);
        given().get("/api/auth/users").then().statusCode(401);
        given().auth()
                .oauth2(SessionServiceTwin.API_KEY)
                .get("/api/auth/users")
                .then()
                .statusCode(403);
    }

    @Test
    void aDisabledUserIsOutUntilEnabledAgain() {
        var name = "mallory" + unique();
        var mallory = new Browser();
        String id = mallory.register(name).path("user.id");
        var admin = admin();

        put(admin, id, "{\"status\":\"disabled\"}").then().statusCode(200).body("user.status", is("disabled"));

        mallory.call()
                .header("User-Agent", "Fresh/" + unique())
                .get("/api/auth/me")
                .then()
                .statusCode(401);
        new Browser().login(name, PASSWORD).then().statusCode(401);
        put(admin, id, "{\"status\":\"active\"}").then().statusCode(200);
        new Browser().login(name, PASSWORD).then().statusCode(200);
    }

    @Test
    void aNewAdministratorIsOneAtTheNextSignIn() {
        var name = "grace" + unique();
        var grace = new Browser();
        String id = grace.register(name).path("user.id");

        put(admin(), id, "{\"roles\":[\"admin\"]}")
                .then()
                .statusCode(200)
                .body("user.roles", contains("admin", "user"));

        grace.call()
                .header("User-Agent", "Fresh/" + unique())
                .get("/api/auth/me")
                .then()
                .statusCode(401);
        grace.login(name, PASSWORD).then().statusCode(200).body("user.roles", contains("admin", "user"));
        put(admin(), id, "{\"roles\":[]}").then().statusCode(200).body("user.roles", contains("user"));
    }

    @Test
    void nobodyChangesTheirOwnAccount() {
        var admin = admin();
        String id = admin.get("/api/auth/me").path("user.id");

        put(admin, id, "{\"status\":\"disabled\"}").then().statusCode(409).body("code", is("OWN_ACCOUNT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"status\":\"gone\"}", "{\"roles\":[\"root\"]}", "{}"})
    void whatIsNoChangeIsRefused(String body) {
        put(admin(), "somebody", body).then().statusCode(422).body("code", is("VALIDATION_FAILED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "%00", "%27%20or%201=1"})
    void unknownUsersAreNotFound(String id) {
        admin().call()
                .urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(Map.of("status", "disabled"))
                .put("/api/auth/users/" + id)
                .then()
                .statusCode(404);
    }
}
