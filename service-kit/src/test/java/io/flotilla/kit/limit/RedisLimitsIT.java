package io.flotilla.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flotilla.kit.problem.Unavailable;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RedisLimitsIT extends LimitsContract {
    @Inject
    RedisDataSource redis;

    @Override
    Limits limits() {
        return new RedisLimits(redis);
    }

    @Test
    void theCounterEndsByItselfAlsoOneThatLostItsEnd() {
        var name = "rate:info:" + key;
        limits().count(LimitClass.INFO, key, 5);
        assertThat(redis.execute("PTTL", name).toLong()).isBetween(1L, 60_000L);

        redis.execute("PERSIST", name);
        limits().count(LimitClass.INFO, key, 5);
        assertThat(redis.execute("PTTL", name).toLong()).isBetween(1L, 60_000L);
    }

    @Test
    void theNextWindowIsANewOne() {
        assertThat(limits().count(LimitClass.INFO, key, 1).refused()).isFalse();
        assertThat(limits().count(LimitClass.INFO, key, 1).refused()).isTrue();

        redis.execute("DEL", "rate:info:" + key);

        assertThat(limits().count(LimitClass.INFO, key, 1).refused()).isFalse();
    }

    @Test
    void whatCannotBeCountedIsUnavailable() {
        redis.execute("LPUSH", "rate:info:" + key, "no number");

        assertThatThrownBy(() -> limits().count(LimitClass.INFO, key, 1)).isInstanceOf(Unavailable.class);
    }
}
