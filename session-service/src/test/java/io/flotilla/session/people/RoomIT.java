package io.flotilla.session.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.session.Account;
import io.flotilla.session.BrokerScript;
import io.flotilla.session.Gateway;
import io.flotilla.session.RunningService;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class RoomIT {
    @Inject
    RedisDataSource redis;

    private final Account ada = Account.signsIn();
    private final Account bob = Account.signsIn();

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void tellsTheGatewayAboutTheRoomAndShowsItAnew() {
        var id = ada.browser().createsShared();
        var stay = bob.browser().joins(id).body();
        redis.key().del("vm-session:" + id, "members:" + stay.getString("vmId"));

        var room = Gateway.get(id, bob.userId()).body();

        assertThat(room.fieldNames())
                .isEqualTo(Set.of("id", "vmId", "expiresAt", "ownerId", "isShared", "control", "participants"));
        assertThat(room.getString("ownerId")).isEqualTo(ada.userId());
        assertThat(room.getJsonArray("participants")).hasSize(2);
        var guest = room.getJsonArray("participants").getJsonObject(1);
        assertThat(guest.getString("participantId")).isEqualTo(stay.getString("participantId"));
        assertThat(guest.getString("userId")).isEqualTo(bob.userId());
        assertThat(guest.getString("role")).isEqualTo("controller");
        assertThat(guest.getString("name")).isNotBlank();
        assertThat(redis.hash(String.class).hget("vm-session:" + id, "state")).isEqualTo("live");
        assertThat(redis.hash(String.class).hlen("members:" + stay.getString("vmId")))
                .isEqualTo(2);
    }

    @Test
    void isForThoseInside() {
        var id = ada.browser().creates().getString("id");

        assertThat(Gateway.get(id, bob.userId()).status()).isEqualTo(403);
        assertThat(Gateway.get("0000-0000-0000-0000", ada.userId()).status()).isEqualTo(404);
        ada.browser().ends(id);
        assertThat(Gateway.get(id, ada.userId()).status()).isEqualTo(404);
    }

    @Test
    void carriesOutWhatTheOwnerWants() {
        var id = ada.browser().createsShared();
        var participantId = bob.browser().joins(id).body().getString("participantId");
        var who = new JsonObject().put("participantId", participantId);

        var control = Gateway.call("PUT", id + "/control", "{\"mode\":\"single\"}", ada.userId());
        var role = Gateway.post(id + "/role", who.copy().put("role", "viewer"), ada.userId());
        var banned = Gateway.post(id + "/ban", who, ada.userId());
        var unbanned = Gateway.post(id + "/unban", who, ada.userId());

        assertThat(control.body().getJsonObject("control").getString("mode")).isEqualTo("single");
        assertThat(role.body().getJsonArray("participants").getJsonObject(1).getString("role"))
                .isEqualTo("viewer");
        assertThat(banned.body().getJsonArray("participants")).hasSize(1);
        assertThat(unbanned.status()).isEqualTo(200);
        bob.browser().joins(id);
        assertThat(Gateway.post(id + "/kick", who, ada.userId()).status()).isEqualTo(200);
    }

    @Test
    void carriesOutNothingOfWhatOthersWant() {
        var id = ada.browser().createsShared();
        bob.browser().joins(id);
        var owner = Gateway.get(id, ada.userId())
                .body()
                .getJsonArray("participants")
                .getJsonObject(0)
                .getString("participantId");
        var who = new JsonObject().put("participantId", owner).put("role", "viewer");

        assertThat(Gateway.post(id + "/kick", who, bob.userId()).status()).isEqualTo(403);
        assertThat(Gateway.post(id + "/ban", who, bob.userId()).status()).isEqualTo(403);
        assertThat(Gateway.post(id + "/role", who, bob.userId()).status()).isEqualTo(403);
        assertThat(Gateway.call("PUT", id + "/control", "{\"mode\":\"single\"}", bob.userId())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void writesDownForWhomTheGatewayAsked() {
        var id = ada.browser().createsShared();
        var who = new JsonObject()
                .put("participantId", bob.browser().joins(id).body().getString("participantId"));

        Gateway.post(id + "/kick", who, ada.userId());

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var entries = ada.browser().get("/api/audit?type=vm-kicked").body().getJsonArray("entries");
            assertThat(entries).hasSize(1);
            assertThat(entries.getJsonObject(0).getString("subject")).isEqualTo(bob.userId());
        });
    }
}
