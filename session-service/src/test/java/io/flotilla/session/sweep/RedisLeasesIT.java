package io.flotilla.session.sweep;

import static org.awaitility.Awaitility.await;

import io.flotilla.session.RunningService;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class RedisLeasesIT extends LeasesContract {
    @Inject
    Leases leases;

    @Inject
    RedisDataSource redis;

    @Override
    protected Leases leases() {
        return leases;
    }

    @Override
    protected void outlast(Duration time) {
        await().atMost(Duration.ofSeconds(30)).until(() -> redis.key().keys("lease:test-*").stream()
                .allMatch(key -> redis.key().pttl(key) > time.toMillis()));
    }
}
