package io.flotilla.session.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.session.RunningService;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class RedisMembersIT extends MembersContract {
    @Inject
    RedisDataSource redis;

    @Inject
    Members members;

    @Override
    protected Members members() {
        return members;
    }

    @Override
    protected Set<String> inside(String vm) {
        return Set.copyOf(redis.hash(String.class).hkeys("members:" + vm));
    }

    @Test
    void writesWhatTheGatewayReads() {
        members.put("vm-1", new Member("p1", "ada", "owner", "Ada", Instant.ofEpochMilli(7)));

        assertThat(new JsonObject(redis.hash(String.class).hget("members:vm-1", "p1")))
                .isEqualTo(new JsonObject()
                        .put("userId", "ada")
                        .put("role", "owner")
                        .put("name", "Ada")
                        .put("joinedAt", 7));
    }

    @Test
    void tellsTheGateway() {
        var heard = new CopyOnWriteArrayList<JsonObject>();
        redis.pubsub(String.class).subscribe("membership", message -> heard.add(new JsonObject(message)));

        members.remove("vm-2", "p1", "left");
        members.removeAll("vm-2", "ended");

        await().untilAsserted(() -> assertThat(heard)
                .containsAll(List.of(
                        new JsonObject()
                                .put("vmId", "vm-2")
                                .put("participantId", "p1")
                                .put("reason", "left"),
                        new JsonObject().put("vmId", "vm-2").put("reason", "ended"))));
    }
}
