package io.flotilla.gateway.namespace;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind a socket, as a verified credential says. Tokens carry no name and no address: who needs those asks session-service.
 *
 * @param sessionId public handle of the user session; opens nothing
 * @param group the connections that share state
 * @param expiresAt when the credential itself ends; null where it is looked at again from time to time instead (the cookie)
 */
public record Identified(
        String userId,
        String sessionId,
        String group,
        Set<String> roles,
        @Nullable Instant expiresAt,
        Proof proof) {
    public Identified {
        roles = Set.copyOf(roles);
    }

    public boolean isAnonymous() {
        return roles.contains("anonymous");
    }

    public boolean isAdmin() {
        return roles.contains("admin");
    }
}
