package io.flotilla.auth.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.testkit.OpenApiContract;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
@QuarkusTestResource(OidcProviderProcess.class)
class OidcIT {
    private static final OpenApiContract DOCUMENT = OpenApiContract.of("openapi/auth-service.yaml");
    private static final String COOKIE = "__Host-flotilla-oidc";
    private static final String SESSION = "__Host-flotilla";

    @Inject
    Accounts accounts;

    @ConfigProperty(name = OidcProviderProcess.ISSUER_PROPERTY)
    String issuer;

    private final String name = "p" + UUID.randomUUID().toString().substring(0, 12);

    @BeforeEach
    void holdEveryAnswerToTheDocument() {
        RestAssured.filters(DOCUMENT);
    }

    @AfterEach
    void letGo() {
        RestAssured.replaceFiltersWith(List.of());
    }

    /** As the edge passes calls on. */
    private static RequestSpecification browser() {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-Host", "flotilla.test")
                .header("X-Forwarded-Proto", "https")
                .header("User-Agent", "Test/1");
    }

    private static Response depart(String provider, String returnTo) {
        return browser().queryParam("return_to", returnTo).get("/api/auth/oidc/" + provider);
    }

    private static Response arrive(URI back, Map<String, String> cookies) {
        return browser().cookies(cookies).urlEncodingEnabled(false).get(back.getRawPath() + "?" + back.getRawQuery());
    }

    private static URI location(Response answer) {
        return URI.create(answer.header("Location"));
    }

    private Response signIn(String returnTo) throws Exception {
        var departure = depart("acme", returnTo);
        var back = new ProviderVisitor().signIn(location(departure), name);
        return arrive(back, Map.of(COOKIE, departure.cookie(COOKIE)));
    }

    private static String userBehind(Response signedIn) {
        assertThat(signedIn.statusCode()).isEqualTo(302);
        return browser()
                .cookie(SESSION, signedIn.cookie(SESSION))
                .get("/api/auth/me")
                .then()
                .statusCode(200)
                .extract()
                .path("user.id");
    }

    private static void requireFailed(Response answer, String why) {
        answer.then().statusCode(302).header("Location", is("/sign-in?failed=" + why));
        assertThat(answer.cookies()).doesNotContainKey(SESSION);
    }

    @Test
    void theProvidersAreOnOffer() {
        given().get("/api/auth/methods")
                .then()
                .statusCode(200)
                .body("oidc.id", hasItems("acme", "gone"))
                .body("oidc.title", hasItem("Acme"));
    }

    @Test
    void aBrowserLeavesWithStateNonceAndChallenge() {
        var departure = depart("acme", "/account");

        departure
                .then()
                .statusCode(302)
                .header("Location", startsWith(issuer + "/auth?"))
                .header("Location", containsString("code_challenge_method=S256"))
                .header("Location", containsString("code_challenge="))
                .header("Location", containsString("state="))
                .header("Location", containsString("nonce="))
                .header("Location", containsString("redirect_uri=https%3A%2F%2Fflotilla.test%2F"))
                .header("Location", not(containsString("secret")))
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("Secure"))
                .header("Set-Cookie", containsString("SameSite=Lax"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void whoComesBackIsSignedInToAnAccountOfTheirOwn() throws Exception {
        var first = signIn("/account?tab=keys");

        first.then().header("Location", is("/account?tab=keys"));
        var account = accounts.find(userBehind(first)).orElseThrow();
        assertThat(account.username()).isEqualTo(name);
        assertThat(account.email()).isEqualTo(name + "@provider.example");
        assertThat(account.roles()).containsExactly("user");
        assertThat(userBehind(signIn("/"))).isEqualTo(account.id());
    }

    @Test
    void anAddressOpensNobodyElsesAccount() throws Exception {
        var victim = Account.fresh(
                UUID.randomUUID().toString(), "v" + name, name + "@provider.example", Set.of("user"), Instant.now());
        accounts.add(victim, null);

        var account = accounts.find(userBehind(signIn("/"))).orElseThrow();

        assertThat(account.id()).isNotEqualTo(victim.id());
        assertThat(account.email()).isNull();
    }

    @Test
    void anUnverifiedAddressIsNotTaken() throws Exception {
        var departure = depart("acme", "/");
        var back = new ProviderVisitor().signIn(location(departure), "unverified" + name);

        var account = accounts.find(userBehind(arrive(back, Map.of(COOKIE, departure.cookie(COOKIE)))))
                .orElseThrow();

        assertThat(account.email()).isNull();
    }

    @Test
    void aTakenNameGetsAnotherOne() throws Exception {
        accounts.add(Account.fresh(UUID.randomUUID().toString(), name, null, Set.of("user"), Instant.now()), null);

        var account = accounts.find(userBehind(signIn("/"))).orElseThrow();

        assertThat(account.username()).startsWith(name + "-");
    }

    @Test
    void twoFirstSignInsAtOnceMakeOneAccount() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> one = () -> userBehind(signIn("/"));
            var users = threads.invokeAll(List.of(one, one, one));

            assertThat(List.of(
                            users.get(0).get(), users.get(1).get(), users.get(2).get()))
                    .containsOnly(users.getFirst().get());
        }
    }

    @Test
    void aDisabledAccountIsRefused() throws Exception {
        accounts.change(userBehind(signIn("/")), Account.Status.DISABLED, null, Instant.now());

        requireFailed(signIn("/"), "refused");
    }

    @Test
    void whoSaysNoIsNotSignedIn() throws Exception {
        var departure = depart("acme", "/");
        var back = new ProviderVisitor().refuse(location(departure));

        requireFailed(arrive(back, Map.of(COOKIE, departure.cookie(COOKIE))), "denied");
    }

    @Test
    void aReturnWorksOnce() throws Exception {
        var departure = depart("acme", "/");
        var cookies = Map.of(COOKIE, departure.cookie(COOKIE));
        var back = new ProviderVisitor().signIn(location(departure), name);

        arrive(back, cookies).then().statusCode(302).header("Location", is("/"));

        requireFailed(arrive(back, cookies), "expired");
    }

    @Test
    void anotherBrowserCannotReturn() throws Exception {
        var departure = depart("acme", "/");
        var back = new ProviderVisitor().signIn(location(departure), name);

        requireFailed(arrive(back, Map.of(COOKIE, depart("acme", "/").cookie(COOKIE))), "expired");
        requireFailed(arrive(back, Map.of(COOKIE, departure.cookie(COOKIE))), "expired");
    }

    @Test
    void aBrowserThatKeptNothingCannotReturn() throws Exception {
        var departure = depart("acme", "/");
        var back = new ProviderVisitor().signIn(location(departure), name);

        requireFailed(arrive(back, Map.of()), "expired");
    }

    @Test
    void aCodeForAnotherSignInIsRefused() throws Exception {
        var theirs = new ProviderVisitor().signIn(location(depart("acme", "/")), name);
        var code = theirs.getRawQuery().replaceAll(".*\\bcode=([^&]*).*", "$1");
        var departure = depart("acme", "/");
        var mine = new ProviderVisitor().signIn(location(departure), name);
        var mixed = URI.create(mine.toString().replaceAll("\\bcode=[^&]*", "code=" + code));

        requireFailed(arrive(mixed, Map.of(COOKIE, departure.cookie(COOKIE))), "invalid");
    }

    @ParameterizedTest
    @CsvSource({"iss=[^&]*,iss=https://evil.example", "&iss=[^&]*,''", "code=[^&]*,code=made-up", "code=[^&]*,code="})
    void whatDoesNotFitIsRefused(String part, String instead) throws Exception {
        var departure = depart("acme", "/");
        var back = new ProviderVisitor().signIn(location(departure), name);
        var changed = URI.create(back.toString().replaceAll(part, instead));
        assertThat(changed).isNotEqualTo(back);

        requireFailed(arrive(changed, Map.of(COOKIE, departure.cookie(COOKIE))), "invalid");
    }

    @Test
    void aStateOfAnotherProviderIsRefused() throws Exception {
        var departure = depart("acme", "/");
        var back = new ProviderVisitor().signIn(location(departure), name);
        var elsewhere = URI.create(back.toString().replace("/acme/", "/gone/"));

        requireFailed(arrive(elsewhere, Map.of(COOKIE, departure.cookie(COOKIE))), "expired");
    }

    @Test
    void aProviderThatIsAwayIsToldOfAndNotWaitedFor() {
        requireFailed(depart("gone", "/"), "provider-away");
    }

    @Test
    void aProviderNobodyNamedIsNotFound() {
        depart("nobody", "/").then().statusCode(404).header("Content-Type", startsWith("application/json"));
        browser().get("/api/auth/oidc/nobody/callback").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""})
    void nobodyIsSentElsewhere(String returnTo) throws Exception {
        signIn(returnTo).then().statusCode(302).header("Location", is("/"));
    }
}
