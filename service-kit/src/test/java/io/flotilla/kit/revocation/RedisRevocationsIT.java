package io.flotilla.kit.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.kit.config.KitConfig;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RedisRevocationsIT extends RevocationsContract {
    @Inject
    RedisRevocations revocations;

    @Inject
    RedisDataSource redis;

    @Inject
    KitConfig config;

    @Override
    Revocations revocations() {
        return revocations;
    }

    @Test
    void anotherProcessHearsOfIt() {
        var other = new RedisRevocations(redis, InstantSource.system(), config);
        other.start(new StartupEvent());
        try {
            var heard = new CopyOnWriteArrayList<String>();
            try (var _ = other.onRevoked(heard::add)) {
                revocations.revoke(sid, Instant.now().plusSeconds(60));

                await().until(() -> heard.contains(sid) && other.isRevoked(sid));
            }
        } finally {
            other.stop(new ShutdownEvent());
        }
    }

    @Test
    void whatAnotherWroteIsReadFromTheList() {
        redis.execute(
                "ZADD",
                "revocations",
                Long.toString(Instant.now().plusSeconds(60).toEpochMilli()),
                sid);

        await().until(() -> revocations.isRevoked(sid));
    }

    @Test
    void aProcessThatNeverReadTheListReadsItBeforeItVouches() {
        revocations.revoke(sid, Instant.now().plusSeconds(60));

        var fresh = new RedisRevocations(redis, InstantSource.offset(InstantSource.system(), Duration.ZERO), config);

        assertThat(fresh.isRevoked(sid)).isTrue();
    }
}
