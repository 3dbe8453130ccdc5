package io.flotilla.session.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The record for one process: for tests. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {
    private record Key(String userId, String keyHash) {}

    private record Entry(String bodyHash, String sessionId, boolean done, Instant heldUntil, Instant createdAt) {}

    /** Guarded by this. */
    private final Map<Key, Entry> entries = new HashMap<>();

    @Override
    public synchronized Claim claim(Request request, String sessionId, Instant now, Duration hold) {
        var present = entries.get(key(request));
        if (present != null && !present.bodyHash().equals(request.bodyHash())) {
            return new Claim.Different();
        }
        if (present != null && present.done()) {
            return new Claim.Done(present.sessionId());
        }
        if (present != null && now.isBefore(present.heldUntil())) {
            return new Claim.AtWork();
        }
        entries.put(key(request), new Entry(request.bodyHash(), sessionId, false, now.plus(hold), now));
        return new Claim.Mine();
    }

    @Override
    public synchronized void complete(Request request, String sessionId) {
        entries.computeIfPresent(
                key(request),
                (_, entry) -> entry.sessionId().equals(sessionId)
                        ? new Entry(entry.bodyHash(), sessionId, true, entry.heldUntil(), entry.createdAt())
                        : entry);
    }

    @Override
    public synchronized void release(Request request, String sessionId) {
        entries.computeIfPresent(
                key(request), (_, entry) -> !entry.done() && entry.sessionId().equals(sessionId) ? null : entry);
    }

    @Override
    public synchronized void handOver(String visitor, String account) {
        for (var key : List.copyOf(entries.keySet())) {
            if (key.userId().equals(visitor)) {
                var entry = Objects.requireNonNull(entries.remove(key));
                entries.putIfAbsent(new Key(account, key.keyHash()), entry);
            }
        }
    }

    @Override
    public synchronized int forgetBefore(Instant limit) {
        int before = entries.size();
        entries.values().removeIf(entry -> entry.createdAt().isBefore(limit));
        return before - entries.size();
    }

    private static Key key(Request request) {
        return new Key(request.userId(), request.keyHash());
    }
}
