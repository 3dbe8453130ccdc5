package io.flotilla.kit.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls, as a verified token says. */
public sealed interface Caller {
    /** No credential at all came along. */
    record Nobody() implements Caller {}

    /**
     * A user, signed in or anonymous.
     *
     * @param sessionId public handle of the user session; opens nothing
     * @param csrfHash base64url SHA-256 of the session's CSRF token; null for callers without a user session
     * @param byCookie whether the browser's cookie vouched, so that state changes need a CSRF token
     */
    record User(
            String userId,
            String sessionId,
            String group,
            Set<String> roles,
            @Nullable String csrfHash,
            @Nullable String tenant,
            boolean byCookie)
            implements Caller {
        public User {
            roles = Set.copyOf(roles);
        }

        /** Whether this visit may only sign in; to every other resource it is nobody. */
        public boolean isPending() {
            return roles.equals(Set.of("pending"));
        }

        public boolean isAdmin() {
            return roles.contains("admin");
        }
    }

    /** Another service of ours, perhaps on a user's behalf. */
    record Service(String name, @Nullable String onBehalfOf) implements Caller {}
}
