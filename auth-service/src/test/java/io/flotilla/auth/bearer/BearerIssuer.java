package io.flotilla.auth.bearer;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Somebody else's identity system, as far as it publishes keys: RSA, P-256 and Ed25519. Counts who asks. */
public final class BearerIssuer implements QuarkusTestResourceLifecycleManager {
    static final String ISSUER = "https://id.company.example";
    static final String AUDIENCE = "https://flotilla.company.example";
    static final String KEYS_PROPERTY = "flotilla.test.bearer-keys";
    static final String COUNT_PROPERTY = "flotilla.test.bearer-count";

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            var keys = new JsonWebKeySet(List.of(
                    named(RsaJwkGenerator.generateJwk(2048), "rsa"),
                    named(EcJwkGenerator.generateJwk(EllipticCurves.P256), "ec"),
                    named(ed25519(), "ed")));
            var published = keys.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
            var asked = new AtomicInteger();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                asked.incrementAndGet();
                answer(exchange, published);
            });
            server.createContext("/count", exchange -> answer(exchange, Integer.toString(asked.get())));
            server.start();
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            return Map.of(
                    "flotilla.bearer.issuer",
                    ISSUER,
                    "flotilla.bearer.audience",
                    AUDIENCE,
                    "flotilla.bearer.jwks-url",
                    url + "/keys",
                    COUNT_PROPERTY,
                    url + "/count",
                    KEYS_PROPERTY,
                    keys.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));
        } catch (IOException | JoseException | java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static PublicJsonWebKey ed25519() throws java.security.NoSuchAlgorithmException {
        var pair = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var key = new OctetKeyPairJsonWebKey(pair.getPublic());
        key.setPrivateKey(pair.getPrivate());
        return key;
    }

    private static PublicJsonWebKey named(PublicJsonWebKey key, String id) {
        key.setKeyId(id);
        return key;
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
