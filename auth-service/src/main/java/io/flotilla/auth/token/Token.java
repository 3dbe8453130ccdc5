package io.flotilla.auth.token;

import io.flotilla.kit.identity.TokenKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a token will say, without its dates; {@code contracts/tokens.md} has the words. */
public sealed interface Token {
    String subject();

    TokenKind<?> kind();

    /** The claims besides issuer, audience, subject and dates. */
    Map<String, Object> claims();

    /** For a user session, or for an API client, which has no CSRF token. */
    record User(
            String subject,
            String sessionId,
            String group,
            Set<String> roles,
            @Nullable String csrfHash,
            @Nullable String tenant)
            implements Token {
        public User {
            roles = Set.copyOf(roles);
        }

        @Override
        public TokenKind<?> kind() {
            return TokenKind.USER;
        }

        @Override
        public Map<String, Object> claims() {
            var claims = new LinkedHashMap<String, Object>();
            claims.put("sid", sessionId);
            claims.put("grp", group);
            claims.put("groups", List.copyOf(new TreeSet<>(roles)));
            if (csrfHash != null) {
                claims.put("csrf", csrfHash);
            }
            if (tenant != null) {
                claims.put("tenant", tenant);
            }
            return claims;
        }
    }

    /** For a service; the subject is its name. */
    record Service(String subject) implements Token {
        @Override
        public TokenKind<?> kind() {
            return TokenKind.SERVICE;
        }

        @Override
        public Map<String, Object> claims() {
            return Map.of();
        }
    }

    /** For a participant of a VM session; the subject is the user. With a session's handle it dies with that session. */
    record Participant(
            String subject,
            String participantId,
            String vmId,
            String vmSessionId,
            String role,
            String name,
            @Nullable String sessionId)
            implements Token {
        @Override
        public TokenKind<?> kind() {
            return TokenKind.PARTICIPANT;
        }

        @Override
        public Map<String, Object> claims() {
            var claims = new LinkedHashMap<String, Object>(
                    Map.of("pid", participantId, "vm", vmId, "vms", vmSessionId, "role", role, "name", name));
            if (sessionId != null) {
                claims.put("sid", sessionId);
            }
            return claims;
        }
    }
}
