package io.flotilla.session.usersession;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which platform connection a user has chosen; it belongs to the user, so all their sessions see the same. Thread-safe; blocks. */
public interface ActivePlatform {
    /**
     * A connection as pages may see it.
     *
     * @param platformType {@code chromium}, {@code hyperbeam} or {@code kubernetes}
     * @param instanceUrl null where the platform needs none
     */
    record Platform(
            String id,
            String name,
            String platformType,
            @Nullable String instanceUrl,
            boolean isDefault) {}

    /** Empty while the user has chosen none. */
    Optional<Platform> of(String userId);
}
