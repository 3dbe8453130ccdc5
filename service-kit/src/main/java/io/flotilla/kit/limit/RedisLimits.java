package io.flotilla.kit.limit;

import io.flotilla.kit.problem.Unavailable;
import io.quarkus.arc.DefaultBean;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;

/** Counts in Redis, {@code rate:{class}:{key}}; one script a call, so that Redis' own order of scripts is the order of callers. */
@Singleton
@DefaultBean
public final class RedisLimits implements Limits {
    /** A counter that lost its end would refuse for ever: it gets one again. */
    private static final String COUNT = """
            local calls = redis.call('INCR', KEYS[1])
            local left = redis.call('PTTL', KEYS[1])
            if left < 0 then
              redis.call('PEXPIRE', KEYS[1], ARGV[1])
              left = tonumber(ARGV[1])
            end
            return {calls, left}
            """;

    private final RedisDataSource redis;

    public RedisLimits(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public Counted count(LimitClass limitClass, String key, int limit) {
        try {
            var answer = redis.execute(
                    "EVAL", COUNT, "1", "rate:" + limitClass.wireName() + ":" + key, Long.toString(WINDOW.toMillis()));
            return Counted.of(limit, answer.get(0).toLong(), answer.get(1).toLong());
        } catch (RuntimeException e) {
            throw new Unavailable("Calls cannot be counted at the moment", e);
        }
    }
}
