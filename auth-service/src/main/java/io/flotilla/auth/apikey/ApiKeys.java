package io.flotilla.auth.apikey;

import io.flotilla.kit.secret.Secret;
import java.util.Optional;

/** The API keys there are. Safe for many threads. */
public interface ApiKeys {
    /** Whose key it is; empty for a key that is nobody's (any more). Takes the same time for all wrong keys. */
    Optional<Owner> owner(Secret key);

    /**
     * An API client.
     *
     * @param keyId names the key in tokens and logs; opens nothing
     * @param tenant whose VMs it may see
     */
    record Owner(String userId, String keyId, String tenant) {}
}
