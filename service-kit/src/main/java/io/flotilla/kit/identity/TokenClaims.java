package io.flotilla.kit.identity;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a verified token says ({@code contracts/tokens.md}). */
public sealed interface TokenClaims {
    String subject();

    Instant expiresAt();

    /** A user's: {@code at+jwt}. */
    record UserClaims(
            String subject,
            Instant expiresAt,
            String sessionId,
            String group,
            Set<String> roles,
            @Nullable String csrfHash,
            @Nullable String tenant)
            implements TokenClaims {
        public UserClaims {
            roles = Set.copyOf(roles);
        }

        /** The same person as a caller. */
        public Caller.User caller(boolean byCookie) {
            return new Caller.User(subject, sessionId, group, roles, csrfHash, tenant, byCookie);
        }
    }

    /** A service's: {@code service+jwt}; the subject is its name. */
    record ServiceClaims(String subject, Instant expiresAt) implements TokenClaims {}

    /** A participant's: {@code participant+jwt}; the subject is the user. It ends with its user session, where it names one. */
    record ParticipantClaims(
            String subject,
            Instant expiresAt,
            String participantId,
            String vmId,
            String vmSessionId,
            String role,
            String name,
            @Nullable String sessionId)
            implements TokenClaims {}
}
