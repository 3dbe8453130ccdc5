package io.flotilla.session.ratelimit;

import io.flotilla.kit.limit.LimitClass;
import io.flotilla.kit.limit.LimitRules;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The table. Opening, joining and ending VM sessions have limits of their own, pages and health have none. */
@Singleton
public final class SessionLimitRules implements LimitRules {
    private static final Set<String> CSRF = Set.of("/api/session/csrf-token", "/api/csrf-token", "/api/vm/csrf-token");

    /** These change nothing, or next to nothing, and are sent again and again. */
    private static final Set<String> POLLED =
            Set.of("/api/session/validate", "/api/session/validate-csrf", "/api/session/heartbeat");

    private static final Pattern COUNTED = Pattern.compile(
            "/api/(?:(?:session|session_state|sessions|platforms|switch_platform|audit|admin|study-sessions)(?:/.*)?"
                    + "|vm/(?:kick|ban|unban|role|[^/]+/control))");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public Optional<LimitClass> of(String method, String path) {
        var trimmed = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        boolean reading = READING.contains(method);
        if (reading && CSRF.contains(trimmed)) {
            return Optional.of(LimitClass.CSRF);
        }
        if (!COUNTED.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        return Optional.of(reading || POLLED.contains(trimmed) ? LimitClass.INFO : LimitClass.WRITES);
    }
}
