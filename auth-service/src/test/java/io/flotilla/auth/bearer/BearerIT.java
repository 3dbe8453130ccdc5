package io.flotilla.auth.bearer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.flotilla.auth.Browser;
import io.flotilla.auth.SessionServiceTwin;
import io.flotilla.auth.account.Account;
import io.flotilla.auth.account.Accounts;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.Key;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
@QuarkusTestResource(BearerIssuer.class)
class BearerIT {
    private static final String REFUSAL =
            "{code=INVALID_CREDENTIALS, error=The credentials are not valid, message=The credentials are not valid, status=error, success=false}";

    @Inject
    Accounts accounts;

    @ConfigProperty(name = BearerIssuer.KEYS_PROPERTY)
    String keys;

    @ConfigProperty(name = BearerIssuer.COUNT_PROPERTY)
    String count;

    private final String subject = "s" + UUID.randomUUID().toString().substring(0, 12);

    private static Response ask(String assertion) {
        return given().header("X-Forwarded-For", Browser.someAddress())
                .formParam("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
                .formParam("assertion", assertion)
                .post("/api/auth/token");
    }

    private PublicJsonWebKey key(String id) throws Exception {
        return (PublicJsonWebKey) new JsonWebKeySet(keys)
                .getJsonWebKeys().stream()
                        .filter(key -> id.equals(key.getKeyId()))
                        .findAny()
                        .orElseThrow();
    }

    private String token(
            String algorithm, Key key, String keyId, Consumer<JwtClaims> change, Map<String, Object> header)
            throws Exception {
        var claims = new JwtClaims();
        claims.setIssuer(BearerIssuer.ISSUER);
        claims.setAudience(BearerIssuer.AUDIENCE);
        claims.setSubject(subject);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        change.accept(claims);
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(keyId);
        header.forEach((name, value) -> jws.setHeader(name, value));
        jws.setKey(key);
        jws.setPayload(claims.toJson());
        return jws.getCompactSerialization();
    }

    private String genuine(Consumer<JwtClaims> change) throws Exception {
        return token("RS256", key("rsa").getPrivateKey(), "rsa", change, Map.of());
    }

    @ParameterizedTest
    @CsvSource({"RS256,rsa", "PS256,rsa", "ES256,ec", "EdDSA,ed"})
    void aTokenOfTheIssuerSignsItsSubjectIn(String algorithm, String id) throws Exception {
        var token = token(
                algorithm,
                key(id).getPrivateKey(),
                id,
                claims -> claims.setClaim("preferred_username", subject),
                Map.of());

        String access = ask(token)
                .then()
                .statusCode(200)
                .header("Cache-Control", is("no-store"))
                .body("refresh_token", startsWith("rt_"))
                .extract()
                .path("access_token");

        String user = given().auth()
                .oauth2(access)
                .get("/api/auth/me")
                .then()
                .statusCode(200)
                .extract()
                .path("user.id");
        assertThat(accounts.find(user).map(Account::username)).contains(subject);
    }

    @Test
    void theSameSubjectIsTheSameAccountAndADisabledOneIsRefused() throws Exception {
        String first = ask(genuine(claims -> {})).path("access_token");
        String second = ask(genuine(claims -> {})).path("access_token");
        String user = given().auth().oauth2(first).get("/api/auth/me").path("user.id");
        assertThat(given().auth().oauth2(second).get("/api/auth/me").<String>path("user.id"))
                .isEqualTo(user);

        accounts.change(user, Account.Status.DISABLED, null, Instant.now());

        assertThat(read(ask(genuine(claims -> {})))).isEqualTo("401 " + REFUSAL);
    }

    @TestFactory
    Stream<DynamicTest> everyForgeryReadsTheSame() throws Exception {
        var rsa = key("rsa");
        var own = org.jose4j.jwk.RsaJwkGenerator.generateJwk(2048);
        var parts = genuine(claims -> {}).split("\\.", -1);
        return Map.ofEntries(
                        Map.entry("of another issuer", genuine(claims -> claims.setIssuer("https://evil.example"))),
                        Map.entry("for somebody else", genuine(claims -> claims.setAudience("somebody else"))),
                        Map.entry("for nobody", genuine(claims -> claims.unsetClaim("aud"))),
                        Map.entry("about nobody", genuine(claims -> claims.unsetClaim("sub"))),
                        Map.entry("about an odd subject", genuine(claims -> claims.setSubject("a\u0000b"))),
                        Map.entry("about a long subject", genuine(claims -> claims.setSubject("a".repeat(600)))),
                        Map.entry("expired", genuine(claims -> claims.setExpirationTimeMinutesInTheFuture(-2))),
                        Map.entry("without an end", genuine(claims -> claims.unsetClaim("exp"))),
                        Map.entry("not yet valid", genuine(claims -> claims.setNotBefore(later()))),
                        Map.entry("unsigned", parts[0] + "." + parts[1] + "."),
                        Map.entry("signed by another", token("RS256", own.getPrivateKey(), "rsa", c -> {}, Map.of())),
                        Map.entry(
                                "with a key of its own",
                                token(
                                        "RS256",
                                        own.getPrivateKey(),
                                        "rsa",
                                        c -> {},
                                        Map.of(
                                                "jwk",
                                                own.toParams(
                                                        org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY)))),
                        Map.entry(
                                "with a place for its key",
                                token("RS256", own.getPrivateKey(), "x", c -> {}, Map.of("jku", count))),
                        Map.entry(
                                "by HMAC with the public key",
                                token(
                                        "HS256",
                                        new SecretKeySpec(rsa.getPublicKey().getEncoded(), "HmacSHA256"),
                                        "rsa",
                                        c -> {},
                                        Map.of())),
                        Map.entry(
                                "by an algorithm not of ours",
                                token("RS384", rsa.getPrivateKey(), "rsa", c -> {}, Map.of())),
                        Map.entry("rubbish", "rubbish"),
                        Map.entry("too long", genuine(claims -> claims.setClaim("fill", "x".repeat(7000)))))
                .entrySet()
                .stream()
                .map(forged -> DynamicTest.dynamicTest(forged.getKey(), () -> assertThat(read(ask(forged.getValue())))
                        .isEqualTo("401 " + REFUSAL)));
    }

    @Test
    void strangeKeysAreNoFloodToTheIssuer() throws Exception {
        ask(genuine(claims -> {})).then().statusCode(200);
        int before = Integer.parseInt(given().get(count).asString());

        for (int i = 0; i < 30; i++) {
            var strange = token("RS256", key("rsa").getPrivateKey(), "strange-" + i, claims -> {}, Map.of());
            ask(strange).then().statusCode(401);
        }

        assertThat(Integer.parseInt(given().get(count).asString()) - before).isLessThan(10);
    }

    private static NumericDate later() {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + 3600);
    }

    private static String read(Response answer) {
        return answer.statusCode() + " "
                + new java.util.TreeMap<>(answer.jsonPath().<String, Object>getMap(""));
    }
}
