package io.flotilla.session.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's named way to a platform.
 *
 * @param name unique among its user's, whatever the case of its letters
 * @param instanceUrl null where the platform needs none
 * @param sealedSecret as {@link PlatformSecrets} seals it for this connection and this user; null when there is none
 * @param lastTest null when it was never tested as it is now
 */
public record PlatformConnection(
        String id,
        String name,
        PlatformType type,
        @Nullable String instanceUrl,
        @Nullable String username,
        @Nullable String sealedSecret,
        Instant createdAt,
        Instant updatedAt,
        @Nullable PlatformTest lastTest) {

    public boolean hasSecret() {
        return sealedSecret != null;
    }

    boolean isCalled(String other) {
        return name.equalsIgnoreCase(other);
    }

    public PlatformConnection named(String other) {
        return new PlatformConnection(
                id, other, type, instanceUrl, username, sealedSecret, createdAt, updatedAt, lastTest);
    }

    public PlatformConnection withSecret(@Nullable String sealed) {
        return new PlatformConnection(id, name, type, instanceUrl, username, sealed, createdAt, updatedAt, lastTest);
    }

    public PlatformConnection tested(PlatformTest test) {
        return new PlatformConnection(id, name, type, instanceUrl, username, sealedSecret, createdAt, updatedAt, test);
    }
}
