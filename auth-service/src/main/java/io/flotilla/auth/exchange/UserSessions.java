package io.flotilla.auth.exchange;

import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * session-service, as far as it vouches for user sessions. Safe for many threads; blocks. Asks every time, and throws
 * {@link io.flotilla.kit.problem.Unavailable} when nobody answers.
 */
public interface UserSessions {
    /** What the cookie means. */
    Resolution resolve(Secret cookie, @Nullable String userAgent);

    /** The living session of that handle; empty when it is over or never was. */
    Optional<Resolution.Vouched> find(String sessionId);

    sealed interface Resolution {
        /**
         * A living session.
         *
         * @param csrfHash null for the session of an API client, which has no cookie
         */
        record Vouched(
                String userId,
                String sessionId,
                String group,
                Set<String> roles,
                @Nullable String csrfHash,
                Instant expiresAt)
                implements Resolution {
            public Vouched {
                roles = Set.copyOf(roles);
            }
        }

        /** No session: never was one, or it is over. */
        record Unknown(Authentication.Reason reason) implements Resolution {}
    }
}
