package io.flotilla.auth.signin;

import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user session that was just opened.
 *
 * @param csrfHash null, as {@code csrfToken} and {@code setCookie}, for the session of an API client
 * @param setCookie the whole value of the {@code Set-Cookie} header
 */
public record OpenedSession(
        String sessionId,
        String group,
        Set<String> roles,
        @Nullable String csrfHash,
        @Nullable Secret csrfToken,
        @Nullable Secret setCookie,
        Instant expiresAt) {
    public OpenedSession {
        roles = Set.copyOf(roles);
    }
}
