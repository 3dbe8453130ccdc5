package io.flotilla.gateway.cluster;

import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.channel.Channels;
import io.flotilla.kit.id.IdSource;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class RedisClusterIT extends ClusterContract {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int CHANNELS_OF_A_NODE = 2;

    @Inject
    RedisDataSource redis;

    @Inject
    Channels channels;

    @Inject
    IdSource ids;

    private final String kind = "test-" + UUID.randomUUID();
    private final Map<String, Ears> ears = new HashMap<>();

    @Override
    Cluster node(String name) {
        var own = new Ears(channels);
        var node = new RedisCluster(redis, own, ids, kind, name, LIFE);
        ears.put(name, own);
        node.listen();
        await().atMost(Duration.ofSeconds(20)).until(() -> own.stand.get() >= CHANNELS_OF_A_NODE);
        node.alive();
        return node;
    }

    @Override
    void freezes(Cluster node) {
        ears.get(node.node()).deaf = true;
    }

    @Override
    void dies(Cluster node) {
        ((RedisCluster) node).leave();
    }

    /** Redis' channels, as long as one listens. */
    private static final class Ears implements Channels {
        private final Channels channels;
        private final AtomicInteger stand = new AtomicInteger();
        private volatile boolean deaf;

        Ears(Channels channels) {
            this.channels = channels;
        }

        @Override
        public void listen(String channel, Consumer<String> message, Runnable missed) {
            channels.listen(
                    channel,
                    text -> {
                        if (!deaf) {
                            message.accept(text);
                        }
                    },
                    () -> {
                        stand.incrementAndGet();
                        missed.run();
                    });
        }
    }
}
