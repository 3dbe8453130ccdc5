package io.flotilla.kit.identity;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Peeks at what an unverified token claims to be, to know by which rules to verify it. Decides nothing. */
final class TokenType {
    private static final int LONGEST_HEADER = 1024;

    private TokenType() {}

    static boolean isService(String jwt) {
        int dot = jwt.indexOf('.');
        if (dot <= 0 || dot > LONGEST_HEADER) {
            return false;
        }
        try {
            var header = new String(Base64.getUrlDecoder().decode(jwt.substring(0, dot)), StandardCharsets.UTF_8);
            return TokenKind.SERVICE.type().equals(new JsonObject(header).getValue("typ"));
        } catch (IllegalArgumentException | DecodeException e) {
            return false;
        }
    }
}
