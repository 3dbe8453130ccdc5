package io.flotilla.kit.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** A text nobody may see: {@link #toString} hides it, {@link #equals} takes the same time wherever two differ. */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = Objects.requireNonNull(text, "text is null");
    }

    public static Secret of(String text) {
        return new Secret(text);
    }

    /** 256 random bits in base64url: 43 characters. */
    public static Secret random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The text itself: for the wire only. */
    public String reveal() {
        return text;
    }

    /** SHA-256 in lower-case hex: what stores and Redis keys hold. */
    public String sha256Hex() {
        return HexFormat.of().formatHex(sha256());
    }

    /** SHA-256 in base64url without padding: what token claims hold. */
    public String sha256Base64Url() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(sha256(), that.sha256());
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }

    private byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
