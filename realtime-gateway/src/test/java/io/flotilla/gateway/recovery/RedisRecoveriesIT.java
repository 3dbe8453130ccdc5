package io.flotilla.gateway.recovery;

import io.flotilla.gateway.FakeServices;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class RedisRecoveriesIT extends RecoveriesContract {
    @Inject
    RedisDataSource redis;

    @Override
    Recoveries recoveries() {
        return new RedisRecoveries(redis);
    }
}
