package io.flotilla.auth.grant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

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
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class TokenEndpointIT {
    private static final OpenApiContract DOCUMENT = OpenApiContract.of("openapi/auth-service.yaml");

    @Inject
    Accounts accounts;

    private final String name = "grace-" + Browser.unique();

    @BeforeEach
    void holdEveryAnswerToTheDocument() {
        RestAssured.filters(DOCUMENT);
    }

    @AfterEach
    void letGo() {
        RestAssured.replaceFiltersWith(List.of());
    }

    private static RequestSpecification client() {
        return given().header("X-Forwarded-For", Browser.someAddress());
    }

    private Response basic(String password) {
        return client().auth().preemptive().basic(name, password).post("/api/auth/token");
    }

    private Response signedUp() {
        new Browser().register(name).then().statusCode(201);
        return basic(Browser.PASSWORD);
    }

    private static Response refresh(String token) {
        return client().formParam("grant_type", "refresh_token")
                .formParam("refresh_token", token)
                .post("/api/auth/token");
    }

    private static ValidatableResponse me(String token) {
        return given().auth().oauth2(token).get("/api/auth/me").then();
    }

    @Test
    void nameAndPasswordGetAPairAndNoCookie() {
        var answer = signedUp();

        answer.then()
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .header("Set-Cookie", nullValue())
                .body("token_type", is("Bearer"))
                .body("refresh_token", matchesPattern("rt_[A-Za-z0-9_-]{43}"));
        me(answer.path("access_token")).statusCode(200).body("user.username", is(name));
    }

    @Test
    void aWrongPasswordReadsAsAnUnknownName() {
        signedUp();

        var wrong = basic("not the password at all");
        var unknown = client().auth().preemptive().basic("nobody-" + name, "x").post("/api/auth/token");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.asString()).isEqualTo(unknown.asString());
        assertThat(unknown.statusCode()).isEqualTo(401);
        wrong.then().body("code", is("INVALID_CREDENTIALS"));
    }

    @Test
    void aRefreshTokenGetsTheNextPair() {
        String first = signedUp().path("refresh_token");

        var second = refresh(first);
        second.then().statusCode(200).body("refresh_token", startsWith("rt_")).body("refresh_token", not(is(first)));
        me(second.path("access_token")).statusCode(200);

        client().contentType(ContentType.JSON)
                .body(Map.of("grant_type", "refresh_token", "refresh_token", second.path("refresh_token")))
                .post("/api/auth/token")
                .then()
                .statusCode(200);
    }

    @Test
    void aTokenThatComesTwiceEndsItsFamilyAndItsSession() {
        String first = signedUp().path("refresh_token");
        String second = refresh(first).path("refresh_token");

        refresh(first).then().statusCode(401).body("code", is("SESSION_REQUIRED"));

        refresh(second).then().statusCode(401).body("code", is("SESSION_REQUIRED"));
        refresh(first).then().statusCode(401);
        // Another sign-in of the same user is another family.
        refresh(basic(Browser.PASSWORD).path("refresh_token")).then().statusCode(200);
    }

    @Test
    void ofParallelUsesOneWinsAndAllLose() throws Exception {
        String first = signedUp().path("refresh_token");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var uses = Stream.generate(() -> (Callable<Response>) () -> refresh(first))
                    .limit(8)
                    .toList();
            String next = "";
            int won = 0;
            for (var use : threads.invokeAll(uses)) {
                if (use.get().statusCode() == 200) {
                    won++;
                    next = use.get().path("refresh_token");
                }
            }

            assertThat(won).isLessThanOrEqualTo(1);
            refresh(next.isEmpty() ? "rt_none" : next).then().statusCode(401);
        }
    }

    @Test
    void aDisabledAccountsTokensAreOver() {
        var pair = signedUp();
        String user = me(pair.path("access_token")).extract().path("user.id");

        accounts.change(user, Account.Status.DISABLED, null, Instant.now());

        refresh(pair.path("refresh_token")).then().statusCode(401);
        basic(Browser.PASSWORD).then().statusCode(401).body("code", is("INVALID_CREDENTIALS"));
    }

    @Test
    void whoSignsOutHasNothingToRefresh() {
        var pair = signedUp();
        given().auth()
                .oauth2(pair.path("access_token"))
                .post("/api/auth/logout")
                .then()
                .statusCode(200);

        refresh(pair.path("refresh_token")).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "rt_", "rt_0123456789012345678901234567890123456789012"})
    void anyOtherRefreshTokenIsNobodys(String token) {
        refresh(token).then().statusCode(401).body("code", is("SESSION_REQUIRED"));
    }

    @ParameterizedTest
    @CsvSource({
        "grant_type=password&username=a&password=b,UNSUPPORTED_GRANT_TYPE",
        "grant_type=refresh_token,INVALID_REQUEST",
        "grant_type=refresh_token&refresh_token=a&refresh_token=b,INVALID_REQUEST",
        "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer,INVALID_REQUEST"
    })
    void whatCannotBeMeantIsMalformed(String form, String code) {
        client().contentType("application/x-www-form-urlencoded")
                .body(form)
                .post("/api/auth/token")
                .then()
                .statusCode(400)
                .body("code", is(code));
    }

    @Test
    void oneCredentialAtATime() {
        client().auth()
                .preemptive()
                .basic(name, "x")
                .formParam("grant_type", "refresh_token")
                .formParam("refresh_token", "rt_x")
                .post("/api/auth/token")
                .then()
                .statusCode(400)
                .body("code", is("INVALID_REQUEST"));
    }

    @Test
    void aCustomCredentialSignsIn() {
        var answer = client().header("Authorization", "Licence LIC-2026-0001").post("/api/auth/token");

        answer.then().statusCode(200).body("refresh_token", startsWith("rt_"));
        String user = me(answer.path("access_token")).statusCode(200).extract().path("user.id");
        String again = client().header("Authorization", "licence LIC-2026-0001")
                .post("/api/auth/token")
                .path("access_token");
        me(again).statusCode(200).body("user.id", is(user));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Licence LIC-2026-9999", "Negotiate abc", "Digest abc"})
    void anyOtherCredentialIsNotValid(String authorization) {
        client().header("Authorization", authorization)
                .post("/api/auth/token")
                .then()
                .statusCode(401)
                .body("code", is("INVALID_CREDENTIALS"));
    }

    @Test
    void aPageOfAnotherSiteGetsNothingForACookie() {
        var cookie = given().cookie("__Host-flotilla", "good-cross").header("User-Agent", "Test/1");
        cookie.header("X-CSRF-Token", SessionServiceTwin.CSRF_TOKEN)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/api/auth/token")
                .then()
                .statusCode(403)
                .body("code", is("CSRF_INVALID"));
    }

    @Test
    void theCsrfTokenMayStandInTheBody() {
        given().cookie("__Host-flotilla", "good-body")
                .header("User-Agent", "Test/1")
                .formParam("csrf_token", SessionServiceTwin.CSRF_TOKEN)
                .post("/api/auth/token")
                .then()
                .statusCode(200)
                .body("refresh_token", nullValue());
    }

    @Test
    void otherBodiesAreNotUnderstood() {
        client().contentType("text/plain")
                .body("grant_type=refresh_token")
                .post("/api/auth/token")
                .then()
                .statusCode(415);
    }
}
