package io.flotilla.session.sweep;

import io.flotilla.kit.id.IdSource;
import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Leases as keys that Redis lets expire; each holder has a name of its own, so that nobody renews or gives back what is another's. */
@ApplicationScoped
class RedisLeases implements Leases {
    private static final String RENEW =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0";
    private static final String RELEASE =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

    private final RedisDataSource redis;
    private final IdSource ids;

    RedisLeases(RedisDataSource redis, IdSource ids) {
        this.redis = redis;
        this.ids = ids;
    }

    @Override
    public Optional<Lease> take(String name, Duration time) {
        var mine = new Mine("lease:" + name, ids.uuid().toString());
        var taken = redis.execute("SET", mine.key, mine.holder, "NX", "PX", millis(time));
        return taken == null ? Optional.empty() : Optional.of(mine);
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private final class Mine implements Lease {
        private final String key;
        private final String holder;

        Mine(String key, String holder) {
            this.key = key;
            this.holder = holder;
        }

        @Override
        public boolean renew(Duration time) {
            return redis.execute("EVAL", RENEW, "1", key, holder, millis(time)).toInteger() == 1;
        }

        @Override
        public void release() {
            redis.execute("EVAL", RELEASE, "1", key, holder);
        }
    }
}
