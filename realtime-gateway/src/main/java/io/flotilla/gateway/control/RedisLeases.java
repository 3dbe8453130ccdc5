package io.flotilla.gateway.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flotilla.gateway.protocol.Json;
import io.flotilla.kit.problem.Unavailable;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code room-control:{room}}: a hash of the lease and its version. Compared and set in one script. */
@Singleton
final class RedisLeases implements Leases {
    /** Longer than any VM session: a lease of a room where nobody is does no harm. */
    private static final Duration LIFE = Duration.ofDays(2);

    /** An empty version stands for no lease. */
    private static final String REPLACE = """
            local there = redis.call('HGET', KEYS[1], 'version') or ''
            if there ~= ARGV[1] then
              return 0
            end
            redis.call('HSET', KEYS[1], 'version', ARGV[2], 'lease', ARGV[3])
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            return 1
            """;

    private final RedisDataSource redis;

    RedisLeases(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Optional<Control> of(String room) {
        return ask(() -> redis.hash(String.class).hget(key(room), "lease")).map(RedisLeases::read);
    }

    @Override
    public boolean replace(String room, Optional<Control> before, Control after) {
        return ask(() -> redis.execute(
                        "EVAL",
                        REPLACE,
                        "1",
                        key(room),
                        before.map(lease -> Long.toString(lease.version())).orElse(""),
                        Long.toString(after.version()),
                        LeaseJson.write(after).toString(),
                        Long.toString(LIFE.toMillis())))
                .filter(answer -> answer.toInteger() == 1)
                .isPresent();
    }

    private static String key(String room) {
        return "room-control:" + room;
    }

    private static Control read(String text) {
        try {
            return LeaseJson.read(Json.read(text));
        } catch (JsonProcessingException e) {
            throw new Unavailable("A lease cannot be read", e);
        }
    }

    private static <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.ofNullable(question.get());
        } catch (RuntimeException e) {
            throw new Unavailable("Who has control cannot be known", e);
        }
    }
}
