package io.flotilla.kit.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RedisFactStreamIT extends FactStreamContract {
    @Inject
    RedisDataSource redis;

    @Inject
    KitConfig config;

    @Override
    FactStream facts() {
        return new RedisFactStream(redis, InstantSource.system(), config);
    }

    @Test
    void whatAKilledNodeHadTakenIsFinishedAfterItsRestart() {
        facts().publish(stream, "1");
        redis.execute("XGROUP", "CREATE", stream, "group", "0");
        redis.execute("XREADGROUP", "GROUP", "group", config.node(), "COUNT", "1", "STREAMS", stream, ">");
        var seen = new CopyOnWriteArrayList<String>();

        try (var _ = facts().subscribe(stream, "group", seen::add)) {
            await().until(() -> seen.equals(List.of("1")));
        }
    }

    @Test
    void whatADeadNodeHadTakenIsClaimedByAnother() {
        facts().publish(stream, "1");
        redis.execute("XGROUP", "CREATE", stream, "group", "0");
        redis.execute("XREADGROUP", "GROUP", "group", "dead-node", "COUNT", "1", "STREAMS", stream, ">");
        // As if it had been taken long ago.
        var id = redis.execute("XPENDING", stream, "group", "-", "+", "1")
                .get(0)
                .get(0)
                .toString();
        redis.execute("XCLAIM", stream, "group", "dead-node", "0", id, "IDLE", "60000");
        var seen = new CopyOnWriteArrayList<String>();

        try (var _ = facts().subscribe(stream, "group", seen::add)) {
            await().until(() -> seen.equals(List.of("1")));
        }
        assertThat(redis.execute("XPENDING", stream, "group").get(0).toInteger())
                .isZero();
    }

    @Test
    void aStreamThatIsLostIsStartedAnew() {
        var seen = new CopyOnWriteArrayList<String>();
        try (var _ = facts().subscribe(stream, "group", seen::add)) {
            facts().publish(stream, "1");
            await().until(() -> seen.contains("1"));

            redis.execute("DEL", stream);
            facts().publish(stream, "2");

            await().until(() -> seen.contains("2"));
        }
    }
}
