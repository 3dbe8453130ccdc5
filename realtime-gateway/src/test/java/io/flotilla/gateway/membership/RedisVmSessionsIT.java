package io.flotilla.gateway.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.Golden;
import io.flotilla.testkit.RealServers;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reads the contract's examples of what session-service writes. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class RedisVmSessionsIT {
    @Inject
    RedisDataSource redis;

    @Inject
    VmSessions sessions;

    private final String id = UUID.randomUUID().toString();

    @Test
    void aLiveSession() {
        write("room/vm-session");

        assertThat(sessions.find(id)).contains(new VmSession.Live("vm-1", "ada", "queued", Duration.ofSeconds(30)));
    }

    @Test
    void aSessionThatIsOver() {
        write("room/vm-session-ended");

        assertThat(sessions.find(id)).contains(new VmSession.Ended("vm-1", "requested"));
    }

    @Test
    void whatIsNotThereOrCannotBeUnderstoodIsNone() {
        assertThat(sessions.find(id)).isEmpty();
        redis.hash(String.class).hset("vm-session:" + id, Map.of("state", "dreaming", "vmId", "vm-1"));
        assertThat(sessions.find(id)).isEmpty();
    }

    private void write(String example) {
        var fields = new HashMap<String, String>();
        Golden.json(example)
                .forEach(field -> fields.put(field.getKey(), field.getValue().toString()));
        redis.hash(String.class).hset("vm-session:" + id, fields);
    }
}
