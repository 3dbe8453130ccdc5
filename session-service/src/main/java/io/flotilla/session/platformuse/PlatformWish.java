package io.flotilla.session.platformuse;

import io.flotilla.kit.secret.Secret;
import io.flotilla.session.platform.PlatformType;
import org.jspecify.annotations.Nullable;

/**
 * What a connection shall be.
 *
 * @param secret null leaves the one there is, an empty one removes it
 * @param makeDefault null leaves the default as it is
 */
record PlatformWish(
        String name,
        PlatformType type,
        @Nullable String instanceUrl,
        @Nullable String username,
        @Nullable Secret secret,
        @Nullable Boolean makeDefault) {

    boolean bringsSecret() {
        return secret != null && !secret.reveal().isEmpty();
    }
}
