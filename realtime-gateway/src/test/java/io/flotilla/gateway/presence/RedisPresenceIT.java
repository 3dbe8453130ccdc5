package io.flotilla.gateway.presence;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.channel.Channels;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class RedisPresenceIT extends PresenceContract {
    @Inject
    RedisDataSource redis;

    @Inject
    Channels channels;

    private final String run = UUID.randomUUID().toString();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() throws InterruptedException {
        var listening = new CountDownLatch(1);
        channels.listen("presence", told::add, listening::countDown);
        listening.await(10, TimeUnit.SECONDS);
    }

    @Override
    Presence node(String name) {
        var node = new RedisPresence(redis, name + run);
        node.alive();
        return node;
    }

    @Override
    void dies(String name) {
        redis.key().del("presence-node:" + name + run);
    }

    @Override
    long told(String vmId) {
        return told.stream().filter(message -> message.contains(vmId)).count();
    }
}
