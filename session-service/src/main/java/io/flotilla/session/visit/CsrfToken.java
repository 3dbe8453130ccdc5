package io.flotilla.session.visit;

import io.flotilla.kit.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The CSRF token of a session: a function of its cookie ({@code contracts/tokens.md}), so it is stable and need not be stored. */
public final class CsrfToken {
    private static final byte[] PURPOSE = "csrf".getBytes(StandardCharsets.US_ASCII);

    private CsrfToken() {}

    public static Secret of(Secret cookie) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cookie.reveal().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }
}
