package io.flotilla.auth.exchange;

import io.flotilla.kit.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Name and password of HTTP Basic (RFC 7617), in UTF-8. */
public record BasicLogin(String name, Secret password) {
    private static final String SCHEME = "basic ";
    private static final int LONGEST = 4096;

    /** Null for whatever else the header says. */
    public static @Nullable BasicLogin parse(@Nullable String authorization) {
        if (authorization == null
                || authorization.length() > LONGEST
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        try {
            var text = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(SCHEME.length()).strip()),
                    StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1 ? null : new BasicLogin(text.substring(0, colon), Secret.of(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
