package io.flotilla.auth.apikey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.auth.token.Signer;
import io.flotilla.auth.token.Token;
import io.flotilla.testkit.OpenApiContract;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class ApiKeyIT {
    private static final OpenApiContract DOCUMENT = OpenApiContract.of("openapi/auth-service.yaml");

    @Inject
    Signer signer;

    @Inject
    Accounts accounts;

    private String ada = "";

    @BeforeEach
    void holdEveryAnswerToTheDocument() {
        RestAssured.filters(DOCUMENT);
        ada = account("user");
    }

    @AfterEach
    void letGo() {
        RestAssured.replaceFiltersWith(List.of());
    }

    private String account(String... roles) {
        var id = UUID.randomUUID().toString();
        accounts.add(Account.fresh(id, id.substring(0, 30), null, Set.of(roles), Instant.now()), null);
        return id;
    }

    private RequestSpecification as(String userId, String... roles) {
        var user = new Token.User(userId, UUID.randomUUID().toString(), userId, Set.of(roles), null, null);
        return given().auth().oauth2(signer.sign(user).jwt().reveal()).contentType(ContentType.JSON);
    }

    private ValidatableResponse make(Map<String, Object> wish) {
        return as(ada, "user").body(wish).post("/api/auth/api-keys").then();
    }

    private static ValidatableResponse me(String key) {
        return given().auth().oauth2(key).get("/api/auth/me").then();
    }

    @Test
    void aKeyIsShownOnceAndOpensItsTenant() {
        var answer = make(Map.of("name", "The bot"))
                .statusCode(201)
                .body("key", matchesPattern("sk_[A-Za-z0-9_-]{43}"))
                .body("tenant", is(ada))
                .body("expires_at", nullValue())
                .extract();
        String key = answer.path("key");

        me(key).statusCode(200)
                .body("user.id", is(ada))
                .body("user.tenant", is(ada))
                .body("user.roles", is(List.of("api")));
        given().auth()
                .oauth2(key)
                .post("/api/auth/token")
                .then()
                .statusCode(200)
                .body("token_type", is("Bearer"));
        as(ada, "user")
                .get("/api/auth/api-keys")
                .then()
                .statusCode(200)
                .body("api_keys.size()", is(1))
                .body("api_keys[0].id", is(answer.<String>path("id")))
                .body("api_keys[0].name", is("The bot"))
                .body("api_keys[0].key", nullValue())
                .body("api_keys[0].last_used_at", notNullValue());
    }

    @Test
    void noTokenOutlivesItsKey() {
        String key = make(Map.of("name", "brief", "expires_in_days", 1))
                .statusCode(201)
                .body("expires_at", notNullValue())
                .extract()
                .path("key");

        given().auth()
                .oauth2(key)
                .post("/api/auth/token")
                .then()
                .statusCode(200)
                .body("expires_in", lessThanOrEqualTo(300));
    }

    @Test
    void aRemovedKeyAndItsTokensOpenNothing() {
        var made = make(Map.of("name", "doomed")).extract();
        String key = made.path("key");
        String token = given().auth()
                .oauth2(key)
                .post("/api/auth/token")
                .then()
                .extract()
                .path("access_token");
        me(key).statusCode(200);
        me(token).statusCode(200);

        as(ada, "user")
                .delete("/api/auth/api-keys/" + made.path("id"))
                .then()
                .statusCode(200)
                .body("success", is(true));

        me(token).statusCode(401);
        me(key).statusCode(401);
    }

    @Test
    void aDisabledUsersKeysOpenNothing() {
        String key = make(Map.of("name", "theirs")).extract().path("key");

        accounts.change(ada, Account.Status.DISABLED, null, Instant.now());

        me(key).statusCode(401);
    }

    @Test
    void aForeignKeyIsNotFound() {
        String id = make(Map.of("name", "mine")).extract().path("id");

        as(account("user"), "user")
                .delete("/api/auth/api-keys/" + id)
                .then()
                .statusCode(404)
                .body("error", notNullValue());
        as(ada, "user").delete("/api/auth/api-keys/" + id).then().statusCode(200);
    }

    @Test
    void onlyAdminsMakeKeysForOtherTenants() {
        make(Map.of("name", "x", "tenant", "acme")).statusCode(403);

        var root = account("user", "admin");
        String key = as(root, "user", "admin")
                .body(Map.of("name", "x", "tenant", "acme"))
                .post("/api/auth/api-keys")
                .then()
                .statusCode(201)
                .body("tenant", is("acme"))
                .extract()
                .path("key");
        me(key).statusCode(200).body("user.tenant", is("acme"));
    }

    @Test
    void whoIsNoAdminAnyMoreHasNoKeysToOtherTenants() {
        account("user", "admin");
        var root = account("user", "admin");
        String key = as(root, "user", "admin")
                .body(Map.of("name", "x", "tenant", "acme"))
                .post("/api/auth/api-keys")
                .then()
                .extract()
                .path("key");

        accounts.change(root, null, Set.of("user"), Instant.now());

        me(key).statusCode(401);
    }

    @Test
    void onlyPeopleWithAccountsHaveKeys() {
        as(ada, "anonymous").get("/api/auth/api-keys").then().statusCode(403).body("code", is("ACCOUNT_REQUIRED"));
        as(ada, "api")
                .body(Map.of("name", "x"))
                .post("/api/auth/api-keys")
                .then()
                .statusCode(403);
        given().get("/api/auth/api-keys").then().statusCode(401).body("code", is("SESSION_REQUIRED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|name",
                "{\"name\":\"x\",\"tenant\":\"a b\"}|tenant",
                "{\"name\":\"x\",\"expires_in_days\":0}|expires_in_days"
            })
    void theFieldThatBreaksARuleIsNamed(String body, String field) {
        as(ada, "user")
                .body(body)
                .post("/api/auth/api-keys")
                .then()
                .statusCode(422)
                .body("code", is("VALIDATION_FAILED"))
                .body("field", is(field));
    }

    @Test
    void parallelWishesExceedNothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var wishes = Stream.generate(() -> (Callable<Integer>)
                            () -> make(Map.of("name", "many")).extract().statusCode())
                    .limit(25)
                    .toList();
            int made = 0;
            int refused = 0;
            for (var wish : threads.invokeAll(wishes)) {
                made += wish.get() == 201 ? 1 : 0;
                refused += wish.get() == 409 ? 1 : 0;
            }

            assertThat(made).isEqualTo(20);
            assertThat(refused).isEqualTo(5);
        }
    }

    @Test
    void theUseOfAKeyIsNoted() {
        String key = make(Map.of("name", "used")).extract().path("key");

        me(key).statusCode(200);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        as(ada, "user").get("/api/auth/api-keys").<String>path("api_keys[0].last_used_at"))
                .isNotNull());
    }
}
