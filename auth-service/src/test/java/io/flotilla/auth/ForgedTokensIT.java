package io.flotilla.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.auth.key.KeyRing;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is wrong with a token, the answer is one and the same; only the genuine one, made the same way, gets in. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(SessionServiceTwin.class)
class ForgedTokensIT {
    private static final String REFUSAL =
            "{code=SESSION_REQUIRED, error=Authentication required, message=Authentication required, status=error, success=false}";

    @Inject
    KeyRing keys;

    @Test
    void theGenuineOneGetsIn() throws Exception {
        assertThat(ask(token(claims -> {}, jws -> {}))).isEqualTo("200");
    }

    @TestFactory
    Stream<DynamicTest> everyForgeryReadsTheSame() throws Exception {
        var forged = new LinkedHashMap<String, String>();
        var genuine = token(claims -> {}, jws -> {});
        var parts = genuine.split("\\.", -1);
        for (var none : new String[] {"none", "None", "NONE", "nOnE"}) {
            forged.put("alg " + none, unsigned(none, parts[1]));
            forged.put("alg " + none + " with a signature", unsigned(none, parts[1]) + parts[2]);
        }
        forged.put("signature cut off", parts[0] + "." + parts[1] + ".");
        forged.put("two parts", parts[0] + "." + parts[1]);
        forged.put("five parts", genuine + ".a.b");
        forged.put("signature of another", parts[0] + "." + parts[1] + "." + "A".repeat(86));
        forged.put(
                "claims of another",
                parts[0] + "." + base64(base64Decoded(parts[1]).replace("ada", "eve")) + "." + parts[2]);
        forged.put("HS256 with the public key", hmac("HS256", publicKey().getEncoded()));
        forged.put("HS256 with the raw public key", hmac("HS256", raw(publicKey())));
        forged.put("own key, our kid", signedBy(ownKey(), jws -> {}));
        var own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        forged.put("own key embedded", signedBy(own.getPrivate(), jws -> jws.setHeader("jwk", jwk(own.getPublic()))));
        forged.put(
                "own key by jku", signedBy(own.getPrivate(), jws -> jws.setHeader("jku", "https://evil.example/jwks")));
        forged.put("own key by x5u", signedBy(own.getPrivate(), jws -> jws.setHeader("x5u", "https://evil.example/x")));
        forged.put("our key and a jku", token(claims -> {}, jws -> jws.setHeader("jku", "https://evil.example/jwks")));
        forged.put("unknown kid", token(claims -> {}, jws -> jws.setKeyIdHeaderValue("nobody")));
        forged.put("kid as a path", token(claims -> {}, jws -> jws.setKeyIdHeaderValue("../../etc/passwd")));
        forged.put("kid as SQL", token(claims -> {}, jws -> jws.setKeyIdHeaderValue("' or '1'='1")));
        forged.put("no kid", token(claims -> {}, jws -> jws.getHeaders().setStringHeaderValue("kid", null)));
        forged.put("unknown crit", token(claims -> {}, jws -> jws.setHeader("crit", java.util.List.of("odd"))));
        forged.put("expired", token(claims -> claims.setExpirationTimeMinutesInTheFuture(-1), jws -> {}));
        forged.put("never expires", token(claims -> claims.unsetClaim("exp"), jws -> {}));
        forged.put("not yet", token(claims -> claims.setNotBefore(in(3600)), jws -> {}));
        forged.put("wrong issuer", token(claims -> claims.setIssuer("evil"), jws -> {}));
        forged.put("no issuer", token(claims -> claims.unsetClaim("iss"), jws -> {}));
        forged.put("wrong audience", token(claims -> claims.setAudience("flotilla-media"), jws -> {}));
        forged.put("no audience", token(claims -> claims.unsetClaim("aud"), jws -> {}));
        forged.put("no subject", token(claims -> claims.unsetClaim("sub"), jws -> {}));
        forged.put("no session", token(claims -> claims.unsetClaim("sid"), jws -> {}));
        forged.put("subject is a number", token(claims -> claims.setClaim("sub", 7), jws -> {}));
        forged.put("typ participant", token(claims -> {}, jws -> jws.setHeader("typ", "participant+jwt")));
        forged.put("typ service", token(claims -> {}, jws -> jws.setHeader("typ", "service+jwt")));
        forged.put("typ JWT", token(claims -> {}, jws -> jws.setHeader("typ", "JWT")));
        forged.put("no typ", token(claims -> {}, jws -> jws.getHeaders().setStringHeaderValue("typ", null)));
        forged.put("huge", token(claims -> claims.setClaim("fill", "x".repeat(6000)), jws -> {}));
        forged.put("no token at all", "");
        forged.put("rubbish", "rubbish");
        forged.put("dots", "..");
        return forged.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> assertThat(ask(entry.getValue())).isEqualTo("401 " + REFUSAL)));
    }

    private static String ask(String jwt) {
        var answer = given().header("Authorization", "Bearer " + jwt).get("/api/auth/me");
        return answer.statusCode() == 200
                ? "200"
                : answer.statusCode() + " "
                        + new java.util.TreeMap<>(answer.jsonPath().<String, Object>getMap(""));
    }

    private String token(Consumer<JwtClaims> claims, Consumer<JsonWebSignature> header) throws Exception {
        return signed(claims, keys.signing().privateKey(), "EdDSA", header);
    }

    private String signedBy(Key key, Consumer<JsonWebSignature> header) throws Exception {
        return signed(claims -> {}, key, "EdDSA", header);
    }

    private String hmac(String algorithm, byte[] secret) throws Exception {
        return signed(claims -> {}, new SecretKeySpec(secret, "HmacSHA256"), algorithm, jws -> {});
    }

    private String signed(Consumer<JwtClaims> change, Key key, String algorithm, Consumer<JsonWebSignature> header)
            throws Exception {
        var claims = new JwtClaims();
        claims.setIssuer("flotilla");
        claims.setAudience("flotilla");
        claims.setSubject("ada");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setIssuedAtToNow();
        claims.setClaim("sid", "sid-forged");
        claims.setClaim("grp", "group-ada");
        claims.setClaim("groups", java.util.List.of("anonymous"));
        change.accept(claims);
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(keys.signing().id());
        jws.setHeader("typ", "at+jwt");
        jws.setKey(key);
        jws.setPayload(claims.toJson());
        header.accept(jws);
        return jws.getCompactSerialization();
    }

    private String unsigned(String algorithm, String claims) {
        var header = "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}"
                .formatted(algorithm, keys.signing().id());
        return base64(header) + "." + claims + ".";
    }

    private PublicKey publicKey() {
        return keys.signing().publicKey();
    }

    private static byte[] raw(PublicKey key) {
        return Base64.getUrlDecoder().decode(jwk(key).get("x").toString());
    }

    private static Map<String, Object> jwk(PublicKey key) {
        return new OctetKeyPairJsonWebKey(key).toParams(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private static Key ownKey() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    }

    private static NumericDate in(long seconds) {
        return NumericDate.fromSeconds(NumericDate.now().getValue() + seconds);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64Decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
