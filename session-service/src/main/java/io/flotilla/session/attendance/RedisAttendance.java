package io.flotilla.session.attendance;

import io.quarkus.redis.datasource.RedisDataSource;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sorted set {@code study:attended}: score = epoch milliseconds of Redis' clock ({@code contracts/redis-keys.md}). */
@ApplicationScoped
class RedisAttendance implements Attendance {
    private static final String KEY = "study:attended";
    private static final String NOW = "local t = redis.call('time') local now = t[1] * 1000 + math.floor(t[2] / 1000) ";
    private static final String ATTENDED = NOW + "redis.call('zadd', KEYS[1], now, ARGV[1]) return 1";
    private static final String ADOPT =
            NOW + "for _, id in ipairs(ARGV) do redis.call('zadd', KEYS[1], 'NX', now, id) end return 1";
    private static final String ALONE = NOW
            + "local at = redis.call('zscore', KEYS[1], ARGV[1]) if at then return now - tonumber(at) end return -1";
    private static final String ALL_ALONE = NOW + """
            local found = redis.call('zrangebyscore', KEYS[1], '-inf', now - ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[2])
            for i = 2, #found, 2 do found[i] = now - tonumber(found[i]) end
            return found""";

    /** Arguments of one call; the rest goes with the next. */
    private static final int BATCH = 1_000;

    private final RedisDataSource redis;

    RedisAttendance(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public void attended(String sessionId) {
        redis.execute("EVAL", ATTENDED, "1", KEY, sessionId);
    }

    @Override
    public void adopt(Collection<String> sessionIds) {
        var all = List.copyOf(sessionIds);
        for (int from = 0; from < all.size(); from += BATCH) {
            var call = new ArrayList<>(List.of(ADOPT, "1", KEY));
            call.addAll(all.subList(from, Math.min(all.size(), from + BATCH)));
            redis.execute("EVAL", call.toArray(String[]::new));
        }
    }

    @Override
    public Optional<Duration> aloneFor(String sessionId) {
        long millis = redis.execute("EVAL", ALONE, "1", KEY, sessionId).toLong();
        return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    @Override
    public Map<String, Duration> aloneFor(Duration atLeast, int atMost) {
        Response found =
                redis.execute("EVAL", ALL_ALONE, "1", KEY, Long.toString(atLeast.toMillis()), Integer.toString(atMost));
        var alone = new LinkedHashMap<String, Duration>();
        for (int i = 0; i + 1 < found.size(); i += 2) {
            alone.put(
                    found.get(i).toString(), Duration.ofMillis(found.get(i + 1).toLong()));
        }
        return alone;
    }

    @Override
    public void forget(String sessionId) {
        redis.execute("ZREM", KEY, sessionId);
    }
}
