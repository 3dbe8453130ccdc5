package io.flotilla.auth.apikey;

import io.flotilla.auth.config.AuthConfig;
import io.flotilla.kit.audit.AuditEntries;
import io.flotilla.kit.audit.AuditTrail;
import io.flotilla.kit.id.IdSource;
import io.flotilla.kit.identity.Caller;
import io.flotilla.kit.revocation.Revocations;
import io.flotilla.kit.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What a user does with their keys. Removing one ends what its tokens opened within a second. */
@Singleton
public final class OwnApiKeys {
    static final int MOST = 20;

    private static final String PREFIX = "sk_";

    private final ApiKeys keys;
    private final Revocations revocations;
    private final AuditEntries entries;
    private final AuditTrail trail;
    private final IdSource ids;
    private final InstantSource clock;
    private final Duration tokenLife;

    public OwnApiKeys(
            ApiKeys keys,
            Revocations revocations,
            AuditEntries entries,
            AuditTrail trail,
            IdSource ids,
            InstantSource clock,
            AuthConfig config) {
        this.keys = keys;
        this.revocations = revocations;
        this.entries = entries;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.tokenLife = config.tokens().user();
    }

    /** What became of the wish for a key. */
    sealed interface Making {
        /** The only moment at which its secret is known. */
        record Made(ApiKey key, Secret secret) implements Making {}

        record Refused(NewKey.Wrong wrong) implements Making {}

        /** Only admins make keys for tenants other than themselves. */
        record ForeignTenant() implements Making {}

        record TooMany() implements Making {}
    }

    Making make(Caller.User user, String address, NewKey wish) {
        var wrong = wish.wrong();
        if (wrong != null) {
            return new Making.Refused(wrong);
        }
        var tenant = wish.tenant() == null ? user.userId() : wish.tenant();
        if (!tenant.equals(user.userId()) && !user.isAdmin()) {
            return new Making.ForeignTenant();
        }
        var now = clock.instant();
        var end = wish.expiresInDays() == null ? null : now.plus(Duration.ofDays(wish.expiresInDays()));
        var name = String.valueOf(wish.name()).strip();
        var key = new ApiKey(ids.readable(), user.userId(), tenant, name, now, end, null);
        var secret = Secret.of(PREFIX + Secret.random().reveal());
        if (!keys.add(key, secret, MOST)) {
            return new Making.TooMany();
        }
        record("api-key-created", user, address, key);
        return new Making.Made(key, secret);
    }

    List<ApiKey> of(String userId) {
        return keys.of(userId);
    }

    /** Whether there was such a key of theirs. */
    boolean remove(Caller.User user, String address, String id) {
        var mine = keys.of(user.userId()).stream()
                .filter(key -> key.id().equals(id))
                .findAny();
        if (mine.isEmpty()) {
            return false;
        }
        // Revoked first: should the record go away in between, the key comes back to life rather than its tokens living
        // on.
        revoke(mine.get());
        boolean removed = keys.remove(user.userId(), id);
        if (removed) {
            record("api-key-removed", user, address, mine.get());
        }
        return removed;
    }

    /** Ends all tokens of a user's keys; for a user who was just disabled, so that their keys give no new ones. */
    public void revokeTokensOf(String userId) {
        keys.of(userId).forEach(this::revoke);
    }

    private void revoke(ApiKey key) {
        revocations.revoke(key.sessionId(), clock.instant().plus(tokenLife).plusSeconds(60));
    }

    private void record(String type, Caller.User user, String address, ApiKey key) {
        trail.record(entries.of(type)
                .by(user.userId(), null)
                .inSession(user.sessionId())
                .from(address)
                .with("key", key.id())
                .with("name", key.name()));
    }
}
