package io.flotilla.auth.key;

import io.flotilla.kit.identity.PublicKeys;
import io.flotilla.kit.problem.Unavailable;
import jakarta.inject.Singleton;
import java.security.PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This service verifies with its own ring instead of asking itself by HTTP. */
@Singleton
final class OwnPublicKeys implements PublicKeys {
    private final KeyRing keys;

    OwnPublicKeys(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        var known = in(keys.published(), keyId);
        // Another replica may have made it a moment ago.
        return known != null ? known : in(keys.refreshed(), keyId);
    }

    @Override
    public boolean available() {
        try {
            return !keys.published().isEmpty();
        } catch (Unavailable e) {
            return false;
        }
    }

    private static @Nullable PublicKey in(List<SigningKey> keys, String keyId) {
        for (var key : keys) {
            if (key.id().equals(keyId)) {
                return key.publicKey();
            }
        }
        return null;
    }
}
