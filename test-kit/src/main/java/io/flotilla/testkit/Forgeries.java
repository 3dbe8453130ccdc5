package io.flotilla.testkit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Every classic forgery that needs no key of ours (RFC 8725): made from a genuine token and the published keys alone, so that they can
 * be tried against any installation. All must get the same answer as no token at all would, and none may make a service call out.
 */
public final class Forgeries {
    private final String header;
    private final String payload;
    private final String signature;
    private final String jwks;
    private final TestTokens stranger = TestTokens.generate();
    private final List<Forgery> made = new ArrayList<>();

    private Forgeries(String genuine, String jwks) {
        var parts = genuine.split("\\.", 3);
        this.header = decoded(parts[0]);
        this.payload = decoded(parts[1]);
        this.signature = parts[2];
        this.jwks = jwks;
    }

    /**
     * All of them.
     *
     * @param genuine a user's token, for its claims
     * @param jwks the published key set
     * @param trap the base URL of a {@link Trap}, named wherever a token can name an address
     */
    public static List<Forgery> of(String genuine, String jwks, String trap) {
        var forgeries = new Forgeries(genuine, jwks);
        forgeries.withoutSignature();
        forgeries.signedWithWhatIsPublic();
        forgeries.bringingTheirKey(trap);
        forgeries.withOddKeyIds();
        forgeries.misshapen(genuine);
        return List.copyOf(forgeries.made);
    }

    private void withoutSignature() {
        for (var none : List.of("none", "None", "NONE", "nOnE", "NoNe", " none", "")) {
            var unsigned = unsigned(headerWith("alg", none));
            add("alg '" + none + "' without a signature", unsigned + ".");
            add("alg '" + none + "' with the genuine signature", unsigned + "." + signature);
        }
        add("no alg", unsigned(without("alg")) + "." + signature);
        add("no signature", unsigned(header) + ".");
        add(
                "the signature of other claims",
                encoded(header) + "." + encoded(claimWith("sub", "admin")) + "." + signature);
        add("a cut signature", unsigned(header) + "." + signature.substring(0, signature.length() / 2));
        add("a signature of zeros", unsigned(header) + "." + "A".repeat(86));
    }

    private void signedWithWhatIsPublic() {
        var key = new JsonObject(jwks).getJsonArray("keys").getJsonObject(0);
        var raw = Base64.getUrlDecoder().decode(key.getString("x", key.getString("n", "")));
        for (var algorithm : List.of("HS256", "HS384", "HS512")) {
            var unsigned = unsigned(headerWith("alg", algorithm));
            add(algorithm + " with the public key's bytes", unsigned + "." + hmac(algorithm, raw, unsigned));
            add(
                    algorithm + " with the public key's JWK",
                    unsigned + "." + hmac(algorithm, utf8(key.encode()), unsigned));
            add(algorithm + " with the key set", unsigned + "." + hmac(algorithm, utf8(jwks), unsigned));
        }
        for (var algorithm : List.of("RS256", "ES256", "PS256", "Ed25519", "EDDSA", "b64")) {
            add("alg " + algorithm, unsigned(headerWith("alg", algorithm)) + "." + signature);
        }
    }

    private void bringingTheirKey(String trap) {
        add("signed by a stranger under our key's id", stranger.signRaw(header, payload));
        var own = new JsonObject(stranger.jwks()).getJsonArray("keys").getJsonObject(0);
        add("embedded jwk", stranger.signRaw(headerWith("jwk", own), payload));
        add("embedded jwk of that id alone", stranger.signRaw(without("kid", "jwk", own), payload));
        for (var name : List.of("jku", "x5u")) {
            add(name, stranger.signRaw(headerWith(name, trap + "/" + name), payload));
            add(name + " without kid", stranger.signRaw(without("kid", name, trap + "/" + name), payload));
        }
        add("x5c", stranger.signRaw(headerWith("x5c", new JsonArray().add("MIIB")), payload));
        add("an address as kid", stranger.signRaw(headerWith("kid", trap + "/kid"), payload));
        add("an address as iss", stranger.signRaw(header, claimWith("iss", trap + "/iss")));
    }

    private void withOddKeyIds() {
        var ids = List.of(
                "../../../../dev/null",
                "/etc/passwd",
                "' OR '1'='1",
                "x'; DROP TABLE keys; --",
                "x".repeat(10_240),
                "a\r\nb: c",
                "\u0000",
                "",
                "stranger-1",
                "stranger-2");
        for (var id : ids) {
            add(
                    "kid " + id.substring(0, Math.min(24, id.length())).replaceAll("\\p{Cntrl}", "?"),
                    stranger.signRaw(headerWith("kid", id), payload));
        }
        add("a number as kid", stranger.signRaw(headerWith("kid", 7), payload));
        add("an object as kid", stranger.signRaw(headerWith("kid", new JsonObject().put("a", 1)), payload));
        add("no kid", stranger.signRaw(without("kid"), payload));
    }

    private void misshapen(String genuine) {
        add("one segment", encoded(header));
        add("two segments", unsigned(header));
        add("four segments", genuine + ".AAAA");
        add("only dots", "..");
        add("no base64", "{}.{}.{}");
        add("a space within", genuine.replaceFirst("\\.", ". "));
        var jwe = new JsonObject().put("alg", "dir").put("enc", "A256GCM").put("typ", "at+jwt");
        add("a JWE", encoded(jwe.encode()) + "..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        add(
                "a JWE that unpacks to much",
                encoded(jwe.put("zip", "DEF").encode()) + "..AAAAAAAAAAAAAAAA." + "7cEBAQAAAIIg".repeat(300)
                        + ".AAAAAAAAAAAAAAAAAAAAAA");
        var slow = new JsonObject()
                .put("alg", "PBES2-HS256+A128KW")
                .put("enc", "A128GCM")
                .put("p2c", 2_000_000_000)
                .put("p2s", "c2FsdA");
        add(
                "a JWE that counts for long",
                encoded(slow.encode()) + ".AAAA.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA");
        add("nested", stranger.signRaw(headerWith("cty", "JWT"), genuine));
        add("deep JSON", stranger.signRaw(header, "{\"a\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}"));
        add("6 KB", unsigned(header) + "." + "A".repeat(6_000));
    }

    private void add(String name, String token) {
        made.add(new Forgery(name, token));
    }

    private String unsigned(String header) {
        return encoded(header) + "." + encoded(payload);
    }

    private String headerWith(String name, Object value) {
        return new JsonObject(header).put(name, value).encode();
    }

    private String without(String name) {
        var less = new JsonObject(header);
        less.remove(name);
        return less.encode();
    }

    private String without(String name, String other, Object value) {
        return new JsonObject(without(name)).put(other, value).encode();
    }

    private String claimWith(String name, Object value) {
        return new JsonObject(payload).put(name, value).encode();
    }

    private static String hmac(String algorithm, byte[] key, String text) {
        try {
            var name = algorithm.replace("HS", "HmacSHA");
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(utf8(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return TestTokens.base64Url(text);
    }

    private static String decoded(String segment) {
        return new String(Base64.getUrlDecoder().decode(segment), StandardCharsets.UTF_8);
    }
}
