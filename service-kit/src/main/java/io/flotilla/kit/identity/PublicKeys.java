package io.flotilla.kit.identity;

import java.security.PublicKey;
import org.jspecify.annotations.Nullable;

/** auth-service's public keys. Safe for many threads; may block while keys are fetched. */
public interface PublicKeys {
    /**
     * The key of that id, or null when there is surely none.
     *
     * @throws io.flotilla.kit.problem.Unavailable when keys cannot be had
     */
    @Nullable
    PublicKey find(String keyId);

    /** Whether some key is known or can be had now; for readiness. Never throws. */
    boolean available();
}
