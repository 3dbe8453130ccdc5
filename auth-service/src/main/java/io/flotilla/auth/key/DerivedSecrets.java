package io.flotilla.auth.key;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secrets for other purposes, made from the key-encryption key: the same on every replica, and none tells anything of another. */
@Singleton
public final class DerivedSecrets {
    private final Secret root;

    DerivedSecrets(AuthConfig config) {
        this.root = KeyEncryptionKey.find(config.keyEncryptionKey(), config.home());
    }

    /** 256 bits for that purpose. */
    public Secret of(String purpose) {
        return mac(root, "derived\n" + purpose);
    }

    /** HMAC-SHA-256 in hex. */
    public static Secret mac(Secret key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Secret.of(HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
