package io.flotilla.auth.key;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;

/** The public keys, for everybody. */
@Path("/.well-known/jwks.json")
@RunOnVirtualThread
public class JwksResource {
    private final KeyRing keys;

    JwksResource(KeyRing keys) {
        this.keys = keys;
    }

    @GET
    public Response jwks() {
        List<Map<String, Object>> set =
                keys.published().stream().map(JwksResource::jwk).toList();
        return Response.ok(Map.of("keys", set))
                .header("Cache-Control", "public, max-age=60")
                .build();
    }

    private static Map<String, Object> jwk(SigningKey key) {
        var jwk = new OctetKeyPairJsonWebKey(key.publicKey());
        jwk.setKeyId(key.id());
        jwk.setUse("sig");
        jwk.setAlgorithm("EdDSA");
        return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
