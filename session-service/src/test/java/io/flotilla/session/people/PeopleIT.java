package io.flotilla.session.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.session.Account;
import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Together;
import io.flotilla.session.Visitor;
import io.flotilla.session.Visitor.Reply;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class PeopleIT {
    @Inject
    RedisDataSource redis;

    private final Visitor ada = Visitor.arrive();
    private final Visitor bob = Visitor.arrive();

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void aKickedOneIsOutAndMayComeBackWhileItIsShared() {
        var id = ada.createsShared();
        var stay = bob.joins(id).body();
        var members = "members:" + stay.getString("vmId");

        var kicked = decide("kick", id, stay);

        assertThat(kicked.status()).isEqualTo(200);
        assertThat(kicked.body().getMap()).isEqualTo(Map.of("ok", true));
        assertThat(redis.hash(String.class).hexists(members, stay.getString("participantId")))
                .isFalse();
        assertThat(bob.touches(id).status()).isEqualTo(403);
        assertThat(decide("kick", id, stay).status()).isEqualTo(200);
        assertThat(bob.joins(id).status()).isEqualTo(200);
        assertThat(redis.hash(String.class).hlen(members)).isEqualTo(2);
    }

    @Test
    void aBannedOneStaysOutUntilPardoned() {
        var id = ada.createsShared();
        var stay = bob.joins(id).body();

        decide("ban", id, stay);

        var refused = bob.joins(id);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().getMap()).isEqualTo(Map.of("error", "You are banned from this session"));
        assertThat(bob.get("/api/vm/" + id).status()).isEqualTo(403);
        assertThat(bob.get("/api/vm").body().getJsonArray("sessions")).isEmpty();
        var banned = ada.get("/api/vm/" + id).body().getJsonArray("banned");
        assertThat(banned).hasSize(1);
        assertThat(banned.getJsonObject(0).getString("participantId")).isEqualTo(stay.getString("participantId"));

        decide("unban", id, stay);

        assertThat(bob.joins(id).status()).isEqualTo(200);
        assertThat(ada.get("/api/vm/" + id).body().getJsonArray("banned")).isEmpty();
    }

    @Test
    void aBanGoesAlongWithAVisitorWhoSignsIn() {
        var id = ada.createsShared();
        decide("ban", id, bob.joins(id).body());

        var account = Account.signsInAs("user-of-" + id, bob).browser();

        assertThat(account.joins(id).status()).isEqualTo(403);
    }

    @Test
    void placesOfThoseWhoHadToGoAreFree() {
        var id = ada.createsShared();
        var stay = bob.joins(id).body();
        bob.creates();
        assertThat(bob.post("/api/vm", new JsonObject()).status()).isEqualTo(429);

        decide("kick", id, stay);

        assertThat(bob.post("/api/vm", new JsonObject()).status()).isEqualTo(200);
    }

    @Test
    void aRoleHoldsAlsoForTheNextStay() {
        var id = ada.createsShared();
        var stay = bob.joins(id).body();

        var changed = role(id, stay.getString("participantId"), "viewer");

        assertThat(changed.body().getMap()).isEqualTo(Map.of("ok", true, "role", "viewer"));
        var member =
                redis.hash(String.class).hget("members:" + stay.getString("vmId"), stay.getString("participantId"));
        assertThat(new JsonObject(member).getString("role")).isEqualTo("viewer");
        assertThat(bob.joins(id).body().getString("role")).isEqualTo("viewer");
        bob.leaves(id);
        assertThat(bob.joins(id).body().getString("role")).isEqualTo("viewer");
    }

    @Test
    void controlIsSeenByThoseInside() {
        var id = ada.createsShared();
        bob.joins(id);
        var path = "/api/vm/" + id + "/control";
        assertThat(bob.get(path).body().getMap()).isEqualTo(Map.of("mode", "free", "turnSeconds", 60));

        var set = ada.send("PUT", path, "{\"mode\":\"queued\",\"turnSeconds\":10}", Map.of());

        assertThat(set.body().getMap()).isEqualTo(Map.of("mode", "queued", "turnSeconds", 10));
        assertThat(bob.get(path).body()).isEqualTo(set.body());
        assertThat(bob.get("/api/vm/" + id).body().getJsonObject("control")).isEqualTo(set.body());
        assertThat(Visitor.arrive().get(path).status()).isEqualTo(403);
        assertThat(redis.hash(String.class).hget("vm-session:" + id, "mode")).isEqualTo("queued");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"mode\":\"chaos\"}",
                "{\"mode\":7}",
                "{\"mode\":\"queued\",\"turnSeconds\":9}",
                "{\"mode\":\"queued\",\"turnSeconds\":3601}",
                "{\"mode\":\"queued\",\"turnSeconds\":\"30\"}",
                "[]"
            })
    void refusesControlThatIsNone(String body) {
        var reply = ada.send("PUT", "/api/vm/" + ada.creates().getString("id") + "/control", body, Map.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().getString("field")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"kick, 404", "ban, 404", "unban, 404", "role, 404"})
    void knowsNobodyWhoWasNeverInside(String act, int expected) {
        var body = Visitor.session(ada.creates().getString("id"))
                .put("participantId", "nobody")
                .put("role", "viewer");

        assertThat(ada.post("/api/vm/" + act, body).status()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kick", "ban", "unban", "role"})
    void decidesNothingAboutTheOwner(String act) {
        var created = ada.creates();
        var body = Visitor.session(created.getString("id"))
                .put("participantId", created.getString("participantId"))
                .put("role", "viewer");

        assertThat(ada.post("/api/vm/" + act, body).status()).isEqualTo(403);
        assertThat(ada.joins(created.getString("id")).body().getString("role")).isEqualTo("owner");
    }

    @Test
    void wantsToKnowWhoAndWhat() {
        var id = ada.creates().getString("id");

        assertThat(ada.post("/api/vm/kick", Visitor.session(id)).body().getString("field"))
                .isEqualTo("participantId");
        assertThat(role(id, "p", "owner").body().getString("field")).isEqualTo("role");
        assertThat(ada.post("/api/vm/ban", Visitor.session(id).put("participantId", 7))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void manyDecisionsAtOnceAreAllCarriedOut() {
        var id = ada.createsShared();
        var guests = IntStream.range(0, 12).mapToObj(i -> Visitor.arrive()).toList();
        var stays = guests.stream().map(one -> one.joins(id).body()).toList();

        var replies = Together.all(12, i -> () -> switch (i % 3) {
            case 0 -> decide("kick", id, stays.get(i));
            case 1 -> decide("ban", id, stays.get(i));
            default -> role(id, stays.get(i).getString("participantId"), "viewer");
        });

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        var shown =
                redis.hash(String.class).hgetall("members:" + stays.getFirst().getString("vmId"));
        assertThat(shown).hasSize(5);
        assertThat(shown.values().stream().filter(one -> one.contains("\"viewer\"")))
                .hasSize(4);
        assertThat(ada.get("/api/vm/" + id).body().getJsonArray("banned")).hasSize(4);
    }

    @Test
    void nobodySlipsInWhileBeingBanned() {
        var id = ada.createsShared();
        var stay = bob.joins(id).body();

        Together.all(10, i -> () -> i == 5 ? decide("ban", id, stay) : bob.joins(id));

        assertThat(bob.joins(id).status()).isEqualTo(403);
        assertThat(redis.hash(String.class).hlen("members:" + stay.getString("vmId")))
                .isEqualTo(1);
    }

    @Test
    void isWrittenDownForThoseItConcerns() {
        var id = ada.createsShared();
        decide("kick", id, bob.joins(id).body());

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var entries = bob.get("/api/audit?type=vm-kicked").body().getJsonArray("entries");
            assertThat(entries).hasSize(1);
            assertThat(entries.getJsonObject(0).getJsonObject("detail").getString("vm"))
                    .isEqualTo(id);
        });
    }

    private Reply decide(String act, String id, JsonObject stay) {
        var body = Visitor.session(id).put("participantId", stay.getString("participantId"));
        return ada.post("/api/vm/" + act, body);
    }

    private Reply role(String id, String participantId, String role) {
        var body = Visitor.session(id).put("participantId", participantId).put("role", role);
        return ada.post("/api/vm/role", body);
    }
}
