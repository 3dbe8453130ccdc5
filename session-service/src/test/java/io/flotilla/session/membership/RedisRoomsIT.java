package io.flotilla.session.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.session.Golden;
import io.flotilla.session.RunningService;
import io.flotilla.session.vmsession.EndReason;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class RedisRoomsIT extends RoomsContract {
    @Inject
    RedisDataSource redis;

    @Inject
    Rooms rooms;

    @Override
    protected Rooms rooms() {
        return rooms;
    }

    @Override
    protected Map<String, String> room(String sessionId) {
        return redis.hash(String.class).hgetall("vm-session:" + sessionId);
    }

    @Override
    protected Set<String> inside(String vmId) {
        return Set.copyOf(redis.hash(String.class).hkeys("members:" + vmId));
    }

    @Test
    void writesWhatTheGatewayReads() {
        rooms.show(Golden.session());

        var room = redis.hash(String.class)
                .hgetall("vm-session:" + Golden.session().id());
        assertThat(new JsonObject(new HashMap<>(room))).isEqualTo(Golden.example("room/vm-session"));
        var member = redis.hash(String.class).hget("members:vm-1", "p-bob");
        assertThat(new JsonObject(member)).isEqualTo(Golden.example("room/member"));
    }

    @Test
    void isForgottenSomeTimeAfterTheSessionMustBeOver() {
        rooms.show(live("forgotten"));

        for (var key : List.of("vm-session:forgotten", "members:" + vm("forgotten"))) {
            assertThat(redis.key().pexpiretime(key))
                    .isEqualTo(THEN.plusSeconds(7200).plus(Duration.ofHours(1)).toEpochMilli());
        }
    }

    @Test
    void tellsTheGateway() {
        var heard = new CopyOnWriteArrayList<JsonObject>();
        redis.pubsub(String.class).subscribe("membership", message -> heard.add(new JsonObject(message)));

        rooms.tell(Golden.session(), "p-bob", "kicked");
        rooms.tell(live("told").ending(EndReason.REQUESTED, THEN), null, "ended");

        var ended = new JsonObject()
                .put("vmId", vm("told"))
                .put("vmSessionId", "told")
                .put("reason", "ended");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(heard).contains(Golden.example("room/membership"), ended));
    }
}
