package io.flotilla.vmbroker.vm;

import io.flotilla.kit.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals a VM's tokens for the record (AES-256-GCM, bound to the VM's id). Thread-safe. */
public final class TokenSeal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "flotilla vm-broker tokens 1".getBytes(StandardCharsets.UTF_8);

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /** All brokers that share the secret can open what one of them sealed. */
    public TokenSeal(Secret serviceSecret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(serviceSecret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            key = new SecretKeySpec(mac.doFinal(PURPOSE), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    public StoredTokens seal(String vmId, VmTokens tokens) {
        try {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var text = tokens.embed().reveal() + ' ' + tokens.admin().reveal();
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, vmId).doFinal(text.getBytes(StandardCharsets.US_ASCII));
            var whole = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
            return new StoredTokens(
                    tokens.embed().sha256Hex(),
                    tokens.admin().sha256Hex(),
                    Base64.getEncoder().encodeToString(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** Empty when they are no longer kept, or were sealed with another secret. */
    public Optional<VmTokens> open(String vmId, StoredTokens stored) {
        if (stored.sealed() == null) {
            return Optional.empty();
        }
        try {
            var whole = Base64.getDecoder().decode(stored.sealed());
            var nonce = Arrays.copyOf(whole, NONCE);
            var text = cipher(Cipher.DECRYPT_MODE, nonce, vmId).doFinal(whole, NONCE, whole.length - NONCE);
            var parts = new String(text, StandardCharsets.US_ASCII).split(" ", 2);
            return Optional.of(new VmTokens(Secret.of(parts[0]), Secret.of(parts[1])));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String vmId) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(vmId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
