package io.flotilla.kit.identity;

import io.flotilla.kit.client.JsonClient;
import io.flotilla.kit.config.KitConfig;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The keys of {@code {auth}/.well-known/jwks.json}, held in memory. Fetched when first asked, when they have aged, and when a token names
 * a strange key; in the last case and after failures at most once an interval, so that forged tokens cannot make us a flood.
 */
@Singleton
@DefaultBean
public final class HttpPublicKeys implements PublicKeys {
    private static final Logger log = Logger.getLogger(HttpPublicKeys.class);

    private final JsonClient client;
    private final InstantSource clock;
    private final KitConfig.Auth config;
    private final URI url;
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile Fetched fetched = new Fetched(Map.of(), Instant.MIN);
    private volatile Instant triedAt = Instant.MIN;

    public HttpPublicKeys(JsonClient client, InstantSource clock, KitConfig config) {
        this.client = client;
        this.clock = clock;
        this.config = config.auth();
        this.url = URI.create(config.auth().url() + "/.well-known/jwks.json");
    }

    @Override
    public @Nullable PublicKey find(String keyId) {
        var known = fetched.keys().get(keyId);
        if (known != null && isYoungerThan(config.keysMaxAge())) {
            return known;
        }
        fetchUnlessJustTried();
        if (!isYoungerThan(config.keysUsableFor())) {
            throw new Unavailable("Tokens cannot be checked: auth-service gives no keys");
        }
        known = fetched.keys().get(keyId);
        if (known == null && fetched.at().isBefore(triedAt)) {
            throw new Unavailable("Tokens cannot be checked: auth-service gives no keys");
        }
        return known;
    }

    @Override
    public boolean available() {
        if (!isYoungerThan(config.keysMaxAge())) {
            fetchUnlessJustTried();
        }
        return isYoungerThan(config.keysUsableFor());
    }

    private boolean isYoungerThan(Duration age) {
        return fetched.at().isAfter(clock.instant().minus(age));
    }

    private void fetchUnlessJustTried() {
        fetching.lock();
        try {
            var now = clock.instant();
            if (triedAt.isAfter(now.minus(config.keysMinInterval()))) {
                return;
            }
            triedAt = now;
            var answer = client.get(url, Map.of(), config.timeout());
            if (!answer.ok()) {
                throw new Unavailable("auth-service answers " + answer.status());
            }
            var keys = Jwks.parse(answer.body().toString());
            if (!keys.isEmpty()) {
                fetched = new Fetched(keys, now);
            }
        } catch (Unavailable e) {
            log.warnf("public keys cannot be fetched: %s", e.getMessage());
        } finally {
            fetching.unlock();
        }
    }

    private record Fetched(Map<String, PublicKey> keys, Instant at) {}
}
