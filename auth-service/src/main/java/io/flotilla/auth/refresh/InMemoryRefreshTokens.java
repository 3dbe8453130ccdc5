package io.flotilla.auth.refresh;

import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The twin for tests: one process. */
public final class InMemoryRefreshTokens implements RefreshTokens {
    private final Map<String, Family> families = new HashMap<>();
    private final Set<String> dead = new HashSet<>();
    private final Map<String, Token> tokens = new HashMap<>();

    @Override
    public synchronized void begin(Family family, Secret first, Instant until) {
        families.put(family.sessionId(), family);
        tokens.put(first.sha256Hex(), new Token(family.sessionId(), until, false));
    }

    @Override
    public synchronized Worth look(Secret token, Instant now) {
        var known = tokens.get(token.sha256Hex());
        var family = known == null ? null : families.get(known.sessionId());
        if (known == null || family == null) {
            return new Worth.Worthless();
        }
        if (known.used()) {
            return new Worth.Used(family);
        }
        boolean good = known.until().isAfter(now) && family.endsAt().isAfter(now) && !dead.contains(family.sessionId());
        return good ? new Worth.Good(family) : new Worth.Worthless();
    }

    @Override
    public synchronized Worth rotate(Secret token, Instant now, Secret next, Instant until) {
        var worth = look(token, now);
        if (worth instanceof Worth.Good(var family)) {
            tokens.computeIfPresent(token.sha256Hex(), (hash, old) -> new Token(old.sessionId(), old.until(), true));
            tokens.put(next.sha256Hex(), new Token(family.sessionId(), until, false));
        }
        return worth;
    }

    @Override
    public synchronized boolean kill(String sessionId, Instant now) {
        return families.containsKey(sessionId) && dead.add(sessionId);
    }

    @Override
    public synchronized void killAllOf(String userId, Instant now) {
        families.values().stream()
                .filter(family -> family.userId().equals(userId))
                .forEach(family -> dead.add(family.sessionId()));
    }

    @Override
    public synchronized int prune(Instant now) {
        int before = tokens.size();
        tokens.values().removeIf(token -> !token.until().isAfter(now));
        families.keySet().removeIf(id -> tokens.values().stream()
                .noneMatch(token -> token.sessionId().equals(id)));
        dead.retainAll(families.keySet());
        return before - tokens.size();
    }

    private record Token(String sessionId, Instant until, boolean used) {}
}
