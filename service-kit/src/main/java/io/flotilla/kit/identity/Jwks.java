package io.flotilla.kit.identity;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Reads a JWK set; takes only what we would ever trust: Ed25519 keys for signatures, with an id. */
final class Jwks {
    private Jwks() {}

    /** Keys by id; what is not understood is left out, an unreadable set is empty. */
    static Map<String, PublicKey> parse(String jwks) {
        var keys = new HashMap<String, PublicKey>();
        try {
            for (var key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
                if (key instanceof OctetKeyPairJsonWebKey pair
                        && pair.getKeyId() != null
                        && "Ed25519"
                                .equals(pair.toParams(PublicJsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                                        .get("crv"))
                        && (pair.getUse() == null || "sig".equals(pair.getUse()))) {
                    keys.put(pair.getKeyId(), pair.getPublicKey());
                }
            }
        } catch (JoseException e) {
            return Map.of();
        }
        return Map.copyOf(keys);
    }
}
