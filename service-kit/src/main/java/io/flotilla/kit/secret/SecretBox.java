package io.flotilla.kit.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets for a store with AES-256-GCM (NIST SP 800-38D), each bound to the place it is kept in: moved elsewhere, it does not open.
 * The first key seals; all of them open, so that keys can be changed. A sealed text is {@code v1.{key id}.{base64url}}. Immutable and safe
 * for many threads.
 */
public final class SecretBox {
    private static final String VERSION = "v1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_KEY = 32;

    private final String sealingKey;
    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom random = new SecureRandom();

    /** Keys must be random, not passwords: they are hashed to the cipher's size, not stretched. */
    public SecretBox(List<Secret> newestFirst) {
        if (newestFirst.isEmpty()) {
            throw new IllegalArgumentException("a key to seal with is needed");
        }
        var byId = new LinkedHashMap<String, SecretKeySpec>();
        newestFirst.forEach(key -> {
            var bytes = keyBytes(key);
            byId.put(idOf(bytes), new SecretKeySpec(bytes, "AES"));
        });
        this.sealingKey = byId.keySet().iterator().next();
        this.keys = Map.copyOf(byId);
    }

    /** Seals it for that place only. */
    public String seal(String place, Secret open) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, sealingKey, nonce, place)
                    .doFinal(open.reveal().getBytes(StandardCharsets.UTF_8));
            var box =
                    ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed);
            return String.join(
                    ".",
                    VERSION,
                    sealingKey,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(box.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** Empty for what was sealed under a key we do not have, for another place, or altered. */
    public Optional<Secret> open(String place, String sealed) {
        var parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION) || !keys.containsKey(parts[1])) {
            return Optional.empty();
        }
        try {
            var box = Base64.getUrlDecoder().decode(parts[2]);
            if (box.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            var opened = cipher(Cipher.DECRYPT_MODE, parts[1], Arrays.copyOf(box, NONCE_BYTES), place)
                    .doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
            return Optional.of(Secret.of(new String(opened, StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] keyBytes(Secret key) {
        if (key.reveal().length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("a key must have at least " + SHORTEST_KEY + " random characters");
        }
        return sha256(key.reveal().getBytes(StandardCharsets.UTF_8));
    }

    /** Tells keys apart and nothing about them. */
    private static String idOf(byte[] key) {
        return HexFormat.of().formatHex(sha256(key), 0, 4);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
