package io.flotilla.gateway.study;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The sorted set {@code study:attended}, by Redis' own clock ({@code contracts/redis-keys.md}). */
@Singleton
final class RedisStudyAttendance implements StudyAttendance {
    private static final String ATTENDED = """
            local t = redis.call('time')
            local now = t[1] * 1000 + math.floor(t[2] / 1000)
            for _, id in ipairs(ARGV) do redis.call('zadd', KEYS[1], now, id) end
            return 1""";
    private static final int BATCH = 1_000;

    private final RedisDataSource redis;

    RedisStudyAttendance(RedisDataSource redis) {
        this.redis = redis;
    }

    @Override
    public void attended(Collection<String> sessionIds) {
        var all = List.copyOf(sessionIds);
        for (int from = 0; from < all.size(); from += BATCH) {
            var call = new ArrayList<>(List.of(ATTENDED, "1", "study:attended"));
            call.addAll(all.subList(from, Math.min(all.size(), from + BATCH)));
            redis.execute("EVAL", call.toArray(String[]::new));
        }
    }
}
