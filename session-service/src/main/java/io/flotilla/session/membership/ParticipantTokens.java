package io.flotilla.session.membership;

import io.flotilla.kit.secret.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens for the media socket. Thread-safe; blocks a bounded time. */
public interface ParticipantTokens {
    /**
     * Who the token is for, and which VM it opens.
     *
     * @param sid user session it is given to; when that ends, the token opens nothing any more
     */
    record Subject(
            String userId,
            String participantId,
            String vmId,
            String vmSessionId,
            String role,
            String name,
            @Nullable String sid) {}

    /** A fresh token; empty when auth-service cannot be had now. */
    Optional<Secret> issue(Subject subject);
}
