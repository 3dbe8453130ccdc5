package io.flotilla.auth.apikey;

import io.flotilla.kit.secret.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The twin for tests: one process. */
public final class InMemoryApiKeys implements ApiKeys {
    private final List<Stored> stored = new ArrayList<>();

    @Override
    public synchronized boolean add(ApiKey key, Secret secret, int most) {
        stored.removeIf(
                one -> one.key().userId().equals(key.userId()) && one.key().isOver(key.createdAt()));
        if (of(key.userId()).size() >= most) {
            return false;
        }
        return stored.add(new Stored(key, secret.sha256Hex()));
    }

    @Override
    public synchronized Optional<ApiKey> find(Secret secret, Instant now) {
        var hash = secret.sha256Hex();
        return stored.stream()
                .filter(one -> one.hash().equals(hash) && !one.key().isOver(now))
                .map(Stored::key)
                .findAny();
    }

    @Override
    public synchronized List<ApiKey> of(String userId) {
        return stored.stream()
                .map(Stored::key)
                .filter(key -> key.userId().equals(userId))
                .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
                .toList();
    }

    @Override
    public synchronized void used(String id, Instant now) {
        stored.replaceAll(one -> one.key().id().equals(id) ? one.usedAt(now) : one);
    }

    @Override
    public synchronized boolean remove(String userId, String id) {
        return stored.removeIf(
                one -> one.key().userId().equals(userId) && one.key().id().equals(id));
    }

    private record Stored(ApiKey key, String hash) {
        Stored usedAt(Instant now) {
            var last = key.lastUsedAt();
            if (last != null && last.isAfter(now.minusSeconds(300))) {
                return this;
            }
            var used =
                    new ApiKey(key.id(), key.userId(), key.tenant(), key.name(), key.createdAt(), key.expiresAt(), now);
            return new Stored(used, hash);
        }
    }
}
