package io.flotilla.kit.csrf;

import io.flotilla.kit.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Compares a presented token with the hash that the session's access token carries. */
public final class CsrfToken {
    private static final int LONGEST = 128;

    private CsrfToken() {}

    /** In constant time; false when either is missing. */
    public static boolean matches(@Nullable String presented, @Nullable String expectedHash) {
        if (presented == null || presented.isEmpty() || presented.length() > LONGEST || expectedHash == null) {
            return false;
        }
        var hash = Secret.of(presented).sha256Base64Url();
        return MessageDigest.isEqual(
                hash.getBytes(StandardCharsets.US_ASCII), expectedHash.getBytes(StandardCharsets.US_ASCII));
    }
}
