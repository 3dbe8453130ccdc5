package io.flotilla.auth.exchange;

import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** session-service, as far as it vouches for user sessions. Safe for many threads; blocks. */
public interface UserSessions {
    /** What the cookie means. Asks every time; throws {@link io.flotilla.kit.problem.Unavailable} when nobody answers. */
    Resolution resolve(Secret cookie, @Nullable String userAgent);

    sealed interface Resolution {
        /** A living session. */
        record Vouched(
                String userId, String sessionId, String group, Set<String> roles, String csrfHash, Instant expiresAt)
                implements Resolution {
            public Vouched {
                roles = Set.copyOf(roles);
            }
        }

        /** No session: never was one, or it is over. */
        record Unknown(Authentication.Reason reason) implements Resolution {}
    }
}
