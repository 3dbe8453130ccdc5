package io.flotilla.gateway.retry;

import io.flotilla.kit.problem.Unavailable;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/** {@code command:{key}}: empty while somebody is at it. */
@Singleton
final class RedisCommands implements Commands {
    private static final Duration CLAIM = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofMinutes(10);

    private final RedisDataSource redis;

    RedisCommands(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Claim claim(String key) {
        return ask(() -> {
            // With NX and GET: null when it was free and is ours now.
            var before = redis.execute("SET", name(key), "", "NX", "GET", "PX", Long.toString(CLAIM.toMillis()));
            if (before == null) {
                return new Claim.Mine();
            }
            var answer = before.toString();
            return answer.isEmpty() ? new Claim.Underway() : new Claim.Done(answer);
        });
    }

    @Override
    public void done(String key, String answer) {
        ask(() -> redis.execute("SET", name(key), answer, "PX", Long.toString(ANSWER.toMillis())));
    }

    @Override
    public void undone(String key) {
        ask(() -> redis.execute("DEL", name(key)));
    }

    private static String name(String key) {
        return "command:" + key;
    }

    @SuppressWarnings("NullAway") // Redis answers a free key with nothing.
    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw new Unavailable("What was done cannot be known", e);
        }
    }
}
