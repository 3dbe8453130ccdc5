package io.flotilla.auth.login;

import static io.flotilla.auth.Browser.PASSWORD;
import static io.flotilla.auth.Browser.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class SignInIT {
    private static final String COOKIE = "__Host-flotilla";
    private static final String DEVICE = "__Host-flotilla-device";

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

    @Test
    void whoRegistersIsSignedIn() {
        var name = "Ada." + unique();
        var browser = new Browser();

        browser.register(name)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("user.username", is(name))
                .body("user.email", is(name + "@example.org"))
                .body("user.roles", contains("user"))
                .body("csrf_token", notNullValue());

        browser.get("/api/auth/me")
                .then()
                .statusCode(200)
                .body("user.username", is(name))
                .body("user.email", is(name + "@example.org"))
                .body("user.anonymous", is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "email"})
    void eitherNameSignsInInAnySpelling(String field) {
        var name = "ada" + unique();
        new Browser().register(name).then().statusCode(201);
        var spelling = (field.equals("email") ? name + "@example.org" : name).toUpperCase(java.util.Locale.ROOT);
        var browser = new Browser();

        browser.become(browser.post("/api/auth/login", Map.of(field, spelling, "password", PASSWORD)))
                .then()
                .statusCode(200)
                .body("user.username", is(name));

        browser.get("/api/auth/me").then().statusCode(200);
    }

    @Test
    void theSecretIsNewAtEverySignInAndTheOldOneIsDead() {
        var name = "ada" + unique();
        var browser = new Browser();
        browser.register(name);
        var first = browser.cookie(COOKIE);

        browser.login(name, PASSWORD).then().statusCode(200);

        assertThat(browser.cookie(COOKIE)).isNotEqualTo(first);
        given().cookie(COOKIE, Objects.requireNonNull(first))
                .get("/api/auth/me")
                .then()
                .statusCode(401);
    }

    @Test
    void everyWrongPairReadsTheSame() {
        var known = "ada" + unique();
        new Browser().register(known);
        var disabled = "bob" + unique();
        String id = new Browser().register(disabled).path("user.id");
        accounts.change(id, Account.Status.DISABLED, null, Instant.now());
        var external = "eve" + unique();
        accounts.add(Account.fresh(external, external, null, Set.of(Account.USER), Instant.now()), null);

        var wrong = new Browser().login(known, "not the one");
        var answers = List.of(
                new Browser().login("nobody" + unique(), PASSWORD),
                new Browser().login(disabled, PASSWORD),
                new Browser().login(disabled, "not the one"),
                new Browser().login(external, PASSWORD),
                new Browser().login(known, "x".repeat(5000)),
                new Browser().login("a\0b", PASSWORD),
                new Browser().login("' or 1=1 --", PASSWORD));

        wrong.then()
                .statusCode(401)
                .body("status", is("error"))
                .body("success", is(false))
                .body("code", is("INVALID_CREDENTIALS"))
                .body("error", notNullValue())
                .body("message", notNullValue());
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.asString()).isEqualTo(wrong.asString());
            assertThat(names(answer)).isEqualTo(names(wrong));
        });
    }

    private static List<String> names(Response answer) {
        return answer.getHeaders().asList().stream()
                .map(header -> header.getName())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "al,a@example.org,three small boats,username,too_short",
        "a b c,a@example.org,three small boats,username,characters",
        "-abc,a@example.org,three small boats,username,characters",
        "alice,nowhere,three small boats,email,format",
        "alice,a@b@c,three small boats,email,format",
        "alice,a@example.org,short,password,too_short",
        "alice,a@example.org,Password1,password,common",
        "alice-and-bob,a@example.org,ALICE-and-bob,password,like_name",
    })
    void theBrokenRuleIsNamed(String name, String email, String password, String field, String rule) {
        new Browser()
                .post("/api/auth/register", Map.of("username", name, "email", email, "password", password))
                .then()
                .statusCode(422)
                .body("code", is("VALIDATION_FAILED"))
                .body("field", is(field))
                .body("rule", is(rule))
                .body("error", notNullValue())
                .body("message", notNullValue());
    }

    @Test
    void aTakenNameOrAddressReadsTheSame() {
        var name = "ada" + unique();
        new Browser().register(name);
        var browser = new Browser();

        var sameName = browser.post(
                "/api/auth/register",
                Map.of(
                        "username",
                        name.toUpperCase(java.util.Locale.ROOT),
                        "email",
                        unique() + "@example.org",
                        "password",
                        PASSWORD));
        var sameEmail = browser.post(
                "/api/auth/register",
                Map.of("username", unique(), "email", name + "@EXAMPLE.org", "password", PASSWORD));

        sameName.then().statusCode(409).body("code", is("ACCOUNT_EXISTS"));
        assertThat(sameEmail.asString()).isEqualTo(sameName.asString());
        assertThat(sameEmail.statusCode()).isEqualTo(409);
        browser.post(
                        "/api/auth/register",
                        Map.of("username", "Admin", "email", unique() + "@x.org", "password", PASSWORD))
                .then()
                .statusCode(409);
    }

    @Test
    void ofParallelRegistrationsOneWins() throws Exception {
        var name = "ada" + unique();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 20; i++) {
                tries.add(() -> new Browser().register(name).statusCode());
            }
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(tries)) {
                statuses.add(answer.get());
            }

            assertThat(statuses).containsOnlyOnce(201).allMatch(status -> status == 201 || status == 409);
        }
    }

    @Test
    void whoSignsOutIsOutAndMayDoItTwice() {
        var browser = new Browser();
        browser.register("ada" + unique());
        var cookie = Objects.requireNonNull(browser.cookie(COOKIE));

        browser.post("/api/auth/logout", Map.of())
                .then()
                .statusCode(200)
                .body("success", is(true))
                .header("Set-Cookie", allOf(containsString(COOKIE + "="), containsString("Max-Age=0")));

        given().cookie(COOKIE, cookie).get("/api/auth/me").then().statusCode(401);
        given().cookie(COOKIE, cookie).post("/api/auth/logout").then().statusCode(200);
        given().post("/api/auth/logout").then().statusCode(200).header("Set-Cookie", containsString("Max-Age=0"));
    }

    @Test
    void anotherSiteSignsNobodyInOrOut() {
        var name = "ada" + unique();
        var browser = new Browser();
        browser.register(name);
        var pair = Map.of("username", name, "password", PASSWORD);

        for (var header :
                List.of("Sec-Fetch-Site=cross-site", "Sec-Fetch-Site=same-site", "Origin=https://evil.example")) {
            var parts = header.split("=", 2);
            new Browser()
                    .call()
                    .header(parts[0], parts[1])
                    .contentType(ContentType.JSON)
                    .body(pair)
                    .post("/api/auth/login")
                    .then()
                    .statusCode(403)
                    .body("code", is("CSRF_INVALID"));
        }
        given().cookie(COOKIE, Objects.requireNonNull(browser.cookie(COOKIE)))
                .post("/api/auth/logout")
                .then()
                .statusCode(403)
                .body("code", is("CSRF_INVALID"));
        given().contentType("text/plain")
                .body("{}")
                .post("/api/auth/login")
                .then()
                .statusCode(415);
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        var name = "ada" + unique();
        var one = new Browser();
        one.register(name);
        var other = new Browser();
        other.login(name, PASSWORD).then().statusCode(200);

        one.post("/api/auth/logout-all", Map.of()).then().statusCode(200);

        // Exchanged cookies are remembered by handle until it is revoked, which is the other service's part.
        given().cookie(COOKIE, Objects.requireNonNull(other.cookie(COOKIE)))
                .header("User-Agent", "Fresh/" + unique())
                .get("/api/auth/me")
                .then()
                .statusCode(401);
    }

    @Test
    void aNewPasswordEndsTheOldSessionsAndGoesOnWithANewOne() {
        var name = "ada" + unique();
        var browser = new Browser();
        browser.register(name);
        var old = Objects.requireNonNull(browser.cookie(COOKIE));

        browser.become(browser.post(
                        "/api/auth/password",
                        Map.of("current_password", PASSWORD, "new_password", "four large boats at sea")))
                .then()
                .statusCode(200)
                .body("user.username", is(name))
                .body("csrf_token", notNullValue());

        browser.get("/api/auth/me").then().statusCode(200);
        given().cookie(COOKIE, old)
                .header("User-Agent", "Fresh/" + unique())
                .get("/api/auth/me")
                .then()
                .statusCode(401);
        new Browser().login(name, PASSWORD).then().statusCode(401);
        new Browser().login(name, "four large boats at sea").then().statusCode(200);
    }

    @Test
    void aPasswordChangesOnlyForWhoKnowsTheOldOne() {
        var name = "ada" + unique();
        var browser = new Browser();
        browser.register(name);

        browser.post("/api/auth/password", Map.of("current_password", "guess", "new_password", "four large boats"))
                .then()
                .statusCode(401)
                .body("code", is("INVALID_CREDENTIALS"));
        browser.post("/api/auth/password", Map.of("current_password", PASSWORD, "new_password", "short"))
                .then()
                .statusCode(422)
                .body("field", is("new_password"));
        browser.post("/api/auth/password", Map.of("new_password", "four large boats"))
                .then()
                .statusCode(422)
                .body("field", is("current_password"));
        given().cookie(COOKIE, "good-visitor")
                .header("X-CSRF-Token", SessionServiceTwin.CSRF_TOKEN)
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", PASSWORD, "new_password", "four large boats"))
                .post("/api/auth/password")
                .then()
                .statusCode(403)
                .body("code", is("NO_PASSWORD"));
        new Browser().login(name, PASSWORD).then().statusCode(200);
    }

    @Test
    void parallelGuessesExceedNothingAndTheOwnersBrowserIsNotLockedOut() throws Exception {
        var name = "ada" + unique();
        var owner = new Browser();
        owner.register(name).then().statusCode(201);
        var address = Browser.someAddress();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var guesses = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 50; i++) {
                var password = "guess number " + i;
                guesses.add(
                        () -> new Browser().at(address).login(name, password).statusCode());
            }
            int denied = 0;
            for (var answer : threads.invokeAll(guesses)) {
                denied += answer.get() == 401 ? 1 : 0;
            }

            assertThat(denied).isEqualTo(10);
        }
        new Browser()
                .at(address)
                .login(name, PASSWORD)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("error", is("rate_limit_exceeded"))
                .body("retry_after", notNullValue());
        // The same household, but a browser that has signed in before.
        var knows = Objects.requireNonNull(owner.cookie(DEVICE));
        var again = new Browser().at(address);
        again.keep(DEVICE, knows);
        again.login(name, PASSWORD).then().statusCode(200);
    }

    @Test
    void aNameThatNobodyHasIsLockedJustTheSame() {
        var name = "nobody" + unique();
        var address = Browser.someAddress();
        for (int i = 0; i < 10; i++) {
            new Browser().at(address).login(name, "guess number " + i).then().statusCode(401);
        }

        new Browser().at(address).login(name, PASSWORD).then().statusCode(429).body("error", is("rate_limit_exceeded"));
    }

    @Test
    void everybodyMaySeeHowToSignIn() {
        given().get("/api/auth/methods")
                .then()
                .statusCode(200)
                .body("anonymous", is(true))
                .body("password", is(true))
                .body("sign_up", is(true))
                .body("oidc", notNullValue());
    }

    @Test
    void noAnswerShowsAPassword() {
        var name = "ada" + unique();
        new Browser().register(name).then().body(not(containsString(PASSWORD)));
        new Browser().login(name, "swordfish-swordfish").then().body(not(containsString("swordfish")));
    }
}
