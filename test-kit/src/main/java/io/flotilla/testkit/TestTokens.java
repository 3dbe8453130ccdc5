package io.flotilla.testkit;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Signs tokens as auth-service would (contracts/tokens.md), with a key made for one test run. */
public final class TestTokens {
    /** Carries the run's key pair from {@link RealServers} to the tests, which live in another class loader. */
    public static final String KEY_PROPERTY = "flotilla.test.key";

    static final String KEY_ID = "test-key";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private TestTokens(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A new key pair. */
    public static TestTokens generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new TestTokens(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** The key pair of the running {@link RealServers}. */
    public static TestTokens current() {
        return decode(ConfigProvider.getConfig().getValue(KEY_PROPERTY, String.class));
    }

    /** A user's access token; {@code csrfToken} may be empty for a client without a user session. */
    public String user(String userId, String sessionId, String csrfTokenHash, String... roles) {
        return sign(
                Jwt.claims()
                        .issuer("flotilla")
                        .audience("flotilla")
                        .subject(userId)
                        .claim("sid", sessionId)
                        .claim("grp", userId)
                        .claim("csrf", csrfTokenHash)
                        .groups(Set.of(roles)),
                "at+jwt",
                Duration.ofMinutes(5));
    }

    public String service(String name) {
        return sign(
                Jwt.claims().issuer("flotilla").audience("flotilla-services").subject(name),
                "service+jwt",
                Duration.ofMinutes(10));
    }

    public String participant(
            String userId, String participantId, String vmId, String vmSessionId, String role, String name) {
        return participant(userId, participantId, vmId, vmSessionId, role, name, null);
    }

    /** A participant's token that dies with the user session it was given to. */
    public String participant(
            String userId,
            String participantId,
            String vmId,
            String vmSessionId,
            String role,
            String name,
            @Nullable String sessionId) {
        var claims = Jwt.claims()
                .issuer("flotilla")
                .audience("flotilla-media")
                .subject(userId)
                .claim("pid", participantId)
                .claim("vm", vmId)
                .claim("vms", vmSessionId)
                .claim("role", role)
                .claim("name", name);
        if (sessionId != null) {
            claims.claim("sid", sessionId);
        }
        return sign(claims, "participant+jwt", Duration.ofMinutes(15));
    }

    /** Signs claims of one's own making, for forgeries and odd lifetimes. */
    public String sign(JwtClaimsBuilder claims, String type, Duration life) {
        return claims.expiresIn(life)
                .jws()
                .keyId(KEY_ID)
                .header("typ", type)
                .algorithm(SignatureAlgorithm.EDDSA)
                .sign(privateKey);
    }

    /** Signs a header and a payload as they are, for what no builder would make. */
    public String signRaw(String headerJson, String payloadJson) {
        try {
            var signed = base64Url(headerJson) + "." + base64Url(payloadJson);
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The public key as a JWK set. */
    public String jwks() {
        return """
               {"keys":[{"kty":"OKP","crv":"Ed25519","use":"sig","alg":"EdDSA","kid":"%s","x":"%s"}]}""".formatted(KEY_ID, Base64.getUrlEncoder().withoutPadding().encodeToString(rawPublicKey()));
    }

    String encodedKey() {
        var encoder = Base64.getEncoder();
        return encoder.encodeToString(privateKey.getEncoded()) + "." + encoder.encodeToString(publicKey.getEncoded());
    }

    private static TestTokens decode(String encoded) {
        try {
            var parts = encoded.split("\\.", 2);
            var factory = KeyFactory.getInstance("Ed25519");
            return new TestTokens(
                    factory.generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[0]))),
                    factory.generatePublic(
                            new X509EncodedKeySpec(Base64.getDecoder().decode(parts[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not a key pair of ours", e);
        }
    }

    /** RFC 8032: the y coordinate, 32 bytes little endian, the top bit saying whether x is odd. */
    private byte[] rawPublicKey() {
        var point = ((EdECPublicKey) publicKey).getPoint();
        var bigEndian = point.getY().toByteArray();
        var raw = new byte[32];
        for (int i = 0; i < Math.min(32, bigEndian.length); i++) {
            raw[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (point.isXOdd()) {
            raw[31] |= (byte) 0x80;
        }
        return Arrays.copyOf(raw, 32);
    }
}
