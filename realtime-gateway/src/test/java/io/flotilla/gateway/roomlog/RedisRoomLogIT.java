package io.flotilla.gateway.roomlog;

import io.flotilla.gateway.FakeServices;
import io.flotilla.kit.id.IdSource;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class RedisRoomLogIT extends RoomLogContract {
    @Inject
    RedisDataSource redis;

    @Inject
    @RedisClientName("channels")
    Redis channels;

    @Inject
    Vertx vertx;

    @Inject
    IdSource ids;

    private RedisRoomFeed hereFeed;
    private RedisRoomFeed thereFeed;

    @BeforeEach
    void twoNodes() {
        hereFeed = new RedisRoomFeed(channels, vertx);
        thereFeed = new RedisRoomFeed(channels, vertx);
    }

    @AfterEach
    void close() {
        hereFeed.close();
        thereFeed.close();
    }

    @Override
    RoomLog here() {
        return new RedisRoomLog(redis, hereFeed, ids, KEPT);
    }

    @Override
    RoomLog there() {
        return new RedisRoomLog(redis, thereFeed, ids, KEPT);
    }

    @Override
    void forget() {
        redis.execute(
                "EVAL", "for _, key in ipairs(redis.call('KEYS', 'room-log:*')) do redis.call('DEL', key) end", "0");
    }
}
