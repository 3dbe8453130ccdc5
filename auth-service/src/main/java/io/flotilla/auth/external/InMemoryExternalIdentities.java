package io.flotilla.auth.external;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The twin for tests: one process. */
public final class InMemoryExternalIdentities implements ExternalIdentities {
    private final Map<Identity, String> users = new HashMap<>();

    @Override
    public synchronized Optional<String> userOf(String issuer, String subject) {
        return Optional.ofNullable(users.get(new Identity(issuer, subject)));
    }

    @Override
    public synchronized String link(String issuer, String subject, String userId, Instant now) {
        users.putIfAbsent(new Identity(issuer, subject), userId);
        return users.getOrDefault(new Identity(issuer, subject), userId);
    }

    private record Identity(String issuer, String subject) {}
}
