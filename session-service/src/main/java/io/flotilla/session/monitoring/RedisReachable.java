package io.flotilla.session.monitoring;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether Redis answers now. */
@ApplicationScoped
class RedisReachable {
    private final RedisDataSource redis;

    RedisReachable(RedisDataSource redis) {
        this.redis = redis;
    }

    boolean now() {
        try {
            redis.execute("PING");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
