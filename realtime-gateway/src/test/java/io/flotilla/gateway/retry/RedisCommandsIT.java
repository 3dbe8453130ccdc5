package io.flotilla.gateway.retry;

import io.flotilla.gateway.FakeServices;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class RedisCommandsIT extends CommandsContract {
    @Inject
    RedisDataSource redis;

    @Override
    Commands commands() {
        return new RedisCommands(redis);
    }
}
