package io.flotilla.auth.key;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;

/**
 * An Ed25519 key pair and its dates. Published from the moment it exists until {@code retireAt}; signs from {@code notBefore} on, until a
 * younger one takes over.
 */
public record SigningKey(String id, PublicKey publicKey, PrivateKey privateKey, Instant notBefore, Instant retireAt) {
    public SigningKey {
        if (!retireAt.isAfter(notBefore)) {
            throw new IllegalArgumentException("key " + id + " retires before it begins");
        }
    }

    boolean isPublished(Instant now) {
        return retireAt.isAfter(now);
    }

    /** Whether what it signs now can still be verified when it expires. */
    boolean canSign(Instant now, Duration longestLife) {
        return !notBefore.isAfter(now) && retireAt.isAfter(now.plus(longestLife));
    }

    /** Hides the private half. */
    @Override
    public String toString() {
        return "SigningKey[" + id + ", from " + notBefore + " until " + retireAt + "]";
    }
}
