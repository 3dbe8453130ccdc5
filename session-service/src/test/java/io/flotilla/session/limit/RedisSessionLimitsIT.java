package io.flotilla.session.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.RunningService;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class RedisSessionLimitsIT extends SessionLimitsContract {
    @Inject
    RedisDataSource redis;

    @Override
    protected List<SessionLimits> nodes(Allowance allowance, Duration lease) {
        return List.of(
                new RedisSessionLimits(redis, allowance, lease), new RedisSessionLimits(redis, allowance, lease));
    }

    @Test
    void letsNobodyInWhileItDoesNotKnowWhoIsInside() {
        var limits = nodes(new Allowance(2, 2), Duration.ofMinutes(2)).getFirst();
        redis.flushall();

        assertThat(limits.take(new Holding("1", "ada", "home"))).isEqualTo(new Taking.Forgotten());
    }
}
