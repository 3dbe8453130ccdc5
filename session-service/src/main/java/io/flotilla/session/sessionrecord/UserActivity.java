package io.flotilla.session.sessionrecord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.flotilla.session.config.SessionConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Writes down that users act, each session at most once in a while and node, for the record need not know it to the second. What an
 * idle session loses by that is far less than its idle time-out.
 */
@ApplicationScoped
public class UserActivity {
    private static final int SESSIONS = 50_000;

    private final UserSessions sessions;
    private final InstantSource clock;
    private final Duration resolution;
    private final Cache<String, Instant> written =
            Caffeine.newBuilder().maximumSize(SESSIONS).build();

    public UserActivity(UserSessions sessions, InstantSource clock, SessionConfig config) {
        this.sessions = sessions;
        this.clock = clock;
        this.resolution = config.session().activityResolution();
    }

    /** The user of that session did something. A handle without a session, an API client's, is ignored. */
    public void acted(String handle) {
        var last = written.getIfPresent(handle);
        if (last == null || !clock.instant().isBefore(last.plus(resolution))) {
            actedNow(handle);
        }
    }

    /** The same, written down at once. */
    public void actedNow(String handle) {
        var now = clock.instant();
        sessions.touch(handle, now);
        written.put(handle, now);
    }
}
