package io.flotilla.gateway.control;

import io.flotilla.gateway.FakeServices;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class RedisLeasesIT extends LeasesContract {
    @Inject
    RedisDataSource redis;

    @Override
    Leases leases() {
        return new RedisLeases(redis);
    }
}
