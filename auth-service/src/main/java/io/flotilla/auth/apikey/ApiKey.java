package io.flotilla.auth.apikey;

import io.flotilla.auth.token.Token;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that a user made for a program, without its secret.
 *
 * @param id names the key; opens nothing
 * @param tenant whose VMs its holder may see
 * @param expiresAt null for one that ends only with its removal
 * @param lastUsedAt to some minutes; null before its first use
 */
public record ApiKey(
        String id,
        String userId,
        String tenant,
        String name,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    boolean isOver(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** What its tokens have as {@code sid}: revoking it ends them. */
    public String sessionId() {
        return "api-key:" + id;
    }

    Token.User holder() {
        return new Token.User(userId, sessionId(), userId, Set.of("api"), null, tenant);
    }
}
