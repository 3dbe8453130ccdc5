package io.flotilla.session.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.kit.fact.FactStream;
import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class ReconcileIT {
    @Inject
    Reconciler reconciler;

    @Inject
    Rebuild rebuild;

    @Inject
    FactStream facts;

    @Inject
    RedisDataSource redis;

    private final Visitor ada = Visitor.arrive();
    private final Visitor bob = Visitor.arrive();

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void endsTheSessionWhenTheBrokerTellsThatItsVmEnded() {
        var id = ada.createsShared();
        var vmId = bob.joins(id).body().getString("vmId");
        var heard = Collections.synchronizedList(new ArrayList<JsonObject>());
        redis.pubsub(String.class).subscribe("membership", message -> heard.add(new JsonObject(message)));
        BrokerScript.crash(vmId);

        facts.publish("events:vm", ended(vmId, id, "inactive"));
        facts.publish("events:vm", ended(vmId, id, "requested"));

        await().untilAsserted(() -> assertThat(bob.get("/api/vm/" + id).body().getString("endReason"))
                .isEqualTo("inactive"));
        await().untilAsserted(
                        () -> assertThat(redis.key().exists("members:" + vmId)).isFalse());
        await().untilAsserted(() -> assertThat(heard)
                .contains(new JsonObject()
                        .put("vmId", vmId)
                        .put("vmSessionId", id)
                        .put("reason", "ended")));
        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(200);
        assertThat(ada.post("/api/vm", new JsonObject()).status()).isEqualTo(200);
    }

    @Test
    void passesOverFactsItCannotUse() {
        var created = ada.creates();

        facts.publish("events:vm", "no json");
        facts.publish("events:vm", "{\"type\":\"vm.something-new\"}");
        facts.publish("events:vm", ended("no-such-vm", "no-such-tag", "crashed"));
        facts.publish("events:vm", ended(created.getString("vmId"), created.getString("id"), "crashed"));

        await().untilAsserted(() -> assertThat(
                        ada.get("/api/vm/" + created.getString("id")).body().getString("endReason"))
                .isEqualTo("crashed"));
    }

    @Test
    void endsASessionWhoseVmIsGoneWithoutAWord() {
        var created = ada.creates();
        BrokerScript.crash(created.getString("vmId"));

        reconciler.reconcile();

        var seen = ada.get("/api/vm/" + created.getString("id")).body();
        assertThat(seen.getString("state")).isEqualTo("ended");
        assertThat(seen.getString("endReason")).isEqualTo("broker-lost");
    }

    @Test
    void leavesSessionsAloneWhileTheBrokerCannotBeAsked() {
        var id = ada.creates().getString("id");
        BrokerScript.behave("away");

        reconciler.reconcile();

        assertThat(ada.get("/api/vm/" + id).body().getString("state")).isEqualTo("live");
    }

    @Test
    void endsVmsThatNobodyOwnsButNotThoseOfOthers() {
        var ours = BrokerScript.orphan("0123-4567-89ab-cdef");
        var others = BrokerScript.orphan("somebody-elses-tag");

        reconciler.reconcile();

        assertThat(BrokerScript.vms()).doesNotContain(ours).contains(others);
    }

    @Test
    void keepsTheMembersOfTheGatewayInStep() {
        var id = ada.createsShared();
        var joined = bob.joins(id).body();
        var key = "members:" + joined.getString("vmId");
        var hash = redis.hash(String.class);

        var member = new JsonObject(hash.hget(key, joined.getString("participantId")));
        assertThat(member.fieldNames()).containsExactlyInAnyOrder("userId", "role", "name", "joinedAt");
        assertThat(member.getString("role")).isEqualTo("controller");

        bob.leaves(id);
        assertThat(hash.hgetall(key)).hasSize(1);
    }

    @Test
    void rebuildsRoomsThatRedisLost() {
        var id = ada.createsShared();
        var joined = bob.joins(id).body();
        ada.send("PUT", "/api/vm/" + id + "/control", "{\"mode\":\"queued\",\"turnSeconds\":30}", Map.of());
        var keys = List.of("vm-session:" + id, "members:" + joined.getString("vmId"));
        var before = keys.stream().map(redis.hash(String.class)::hgetall).toList();
        redis.key().del(keys.toArray(String[]::new));

        rebuild.rebuild();

        assertThat(keys.stream().map(redis.hash(String.class)::hgetall).toList())
                .isEqualTo(before);
        assertThat(before.getFirst()).containsEntry("mode", "queued").containsEntry("turnSeconds", "30");
    }

    @Test
    void rebuildsTheMembersFromTheRecord() {
        var id = ada.createsShared();
        var joined = bob.joins(id).body();
        var key = "members:" + joined.getString("vmId");
        var before = redis.hash(String.class).hgetall(key);
        redis.key().del(key);
        redis.hash(String.class).hset(key, "a stranger", "{}");

        rebuild.rebuild();

        assertThat(redis.hash(String.class).hgetall(key)).isEqualTo(before).hasSize(2);
    }

    private static String ended(String vmId, String tag, String reason) {
        return new JsonObject()
                .put("type", "vm.ended")
                .put("vmId", vmId)
                .put("tag", tag)
                .put("reason", reason)
                .put("at", 1_772_366_400_000L)
                .encode();
    }
}
