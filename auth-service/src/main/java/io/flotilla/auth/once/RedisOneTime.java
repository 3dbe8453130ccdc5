package io.flotilla.auth.once;

import io.flotilla.kit.problem.Unavailable;
import io.flotilla.kit.secret.Secret;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Keys {@code {kind}:{sha256hex}} that end by themselves ({@code contracts/redis-keys.md}). */
@Singleton
public final class RedisOneTime implements OneTime {
    private final RedisDataSource redis;

    public RedisOneTime(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public void put(String kind, Secret secret, String text, Duration life) {
        try {
            redis.value(String.class).psetex(key(kind, secret), life.toMillis(), text);
        } catch (RuntimeException e) {
            throw away(e);
        }
    }

    @Override
    public Optional<String> take(String kind, Secret secret) {
        try {
            return Optional.ofNullable(redis.value(String.class).getdel(key(kind, secret)));
        } catch (RuntimeException e) {
            throw away(e);
        }
    }

    private static String key(String kind, Secret secret) {
        return kind + ":" + secret.sha256Hex();
    }

    private static Unavailable away(RuntimeException e) {
        return new Unavailable("Redis is away", e);
    }
}
