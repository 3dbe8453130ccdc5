package io.flotilla.session.vmsession;

import org.jspecify.annotations.Nullable;

/**
 * What the session was opened with and keeps.
 *
 * @param connectionId the platform connection it was started with; null when it was none of the owner's
 */
public record Setup(String platform, @Nullable String connectionId, Timeouts timeouts) {
    public Setup(String platform, Timeouts timeouts) {
        this(platform, null, timeouts);
    }
}
