package io.flotilla.session.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.session.BrokerScript;
import io.flotilla.session.RunningService;
import io.flotilla.session.Visitor;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RunningService.class)
class VmSessionIT {
    private final Visitor ada = Visitor.arrive();
    private final Visitor bob = Visitor.arrive();

    @BeforeEach
    void theBrokerWorks() {
        BrokerScript.behave("well");
    }

    @Test
    void createsASessionWithADoorIntoIt() {
        var created = ada.creates();

        assertThat(created.fieldNames())
                .isEqualTo(Set.of(
                        "id",
                        "url",
                        "expiresAt",
                        "role",
                        "participantId",
                        "vmId",
                        "isShared",
                        "createdAt",
                        "platform"));
        assertThat(created.getString("id")).matches("[0-9a-z]{4}(-[0-9a-z]{4}){3}");
        assertThat(created.getString("url"))
                .matches("http://127.0.0.1:\\d+/vm/" + created.getString("vmId") + "\\?token=ey.*");
        assertThat(created.getLong("expiresAt") - created.getLong("createdAt")).isEqualTo(7_200_000);
        assertThat(created.getString("role")).isEqualTo("owner");
        assertThat(BrokerScript.vms()).contains(created.getString("vmId"));
    }

    @Test
    void buildsTheAddressFromWhatTheTrustedProxySays() {
        var reply = ada.send(
                "POST", "/api/vm", "{}", Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "boat.example"));

        assertThat(reply.body().getString("url")).startsWith("https://boat.example/vm/");
    }

    @Test
    void passesWishesAndTimeoutsToThePlatform() {
        var wishes = new JsonObject()
                .put("start_url", "https://example.org/a?b=c")
                .put("width", 1281)
                .put("height", 721)
                .put("fps", 30)
                .put("kiosk", true)
                .put("dark", false)
                .put("unheard_of", new JsonObject());

        var id = ada.post("/api/vm", wishes).body().getString("id");

        var order = BrokerScript.lastOrder();
        assertThat(order.getString("tag")).isEqualTo(id);
        assertThat(order.getString("start_url")).isEqualTo("https://example.org/a?b=c");
        assertThat(order.getInteger("width")).isEqualTo(1280);
        assertThat(order.getInteger("height")).isEqualTo(720);
        assertThat(order.getBoolean("kiosk")).isTrue();
        assertThat(order.getJsonObject("timeout").getMap())
                .isEqualTo(Map.of("absolute", 7200, "inactive", 3600, "offline", 300, "warning", 60));
        assertThat(order.getString("onBehalfOf")).isNotBlank();
        assertThat(order.containsKey("unheard_of")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"platform\":\"windows\"} | platform",
                "{\"platform\":7} | platform",
                "{\"start_url\":\"file:///etc/passwd\"} | start_url",
                "{\"start_url\":\"javascript:alert(1)\"} | start_url",
                "{\"start_url\":\"https://user:pass@example.org\"} | start_url",
                "{\"start_url\":\"not a url\"} | start_url",
                "{\"width\":1280} | height",
                "{\"width\":\"1280\",\"height\":720} | width",
                "{\"width\":100,\"height\":720} | width",
                "{\"width\":3840,\"height\":2160} | width",
                "{\"width\":1280.5,\"height\":720} | width",
                "{\"fps\":1000} | fps",
                "{\"kiosk\":\"yes\"} | kiosk",
                "{\"dark\":1} | dark",
                "{\"name\":[]} | name",
                "{\"name\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"} | name",
                "[] | body",
                "\"text\" | body",
            })
    void refusesWishesItCannotGrantAndNamesTheField(String body, String field) {
        var reply = ada.send("POST", "/api/vm", body, Map.of());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().getString("field")).isEqualTo(field);
        assertThat(reply.body().getString("error")).isNotBlank();
    }

    @Test
    void letsAFriendInOnceItIsShared() {
        var id = ada.createsShared();

        var joined = bob.joins(id);

        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.body().fieldNames())
                .isEqualTo(Set.of("url", "expiresAt", "id", "joined", "role", "participantId", "vmId", "isShared"));
        assertThat(joined.body().getString("role")).isEqualTo("controller");
        var people = ada.get("/api/vm/" + id).body().getJsonArray("participants");
        assertThat(people).hasSize(2);
        assertThat(people.getJsonObject(1).getString("name")).startsWith("Guest ");
    }

    @Test
    void joiningTwiceIsOneParticipantWithAFreshAddress() {
        var id = ada.createsShared();
        var first = bob.joins(id).body();

        var second = bob.joins(id);
        var owner = ada.joins(id);

        assertThat(second.body().getString("participantId")).isEqualTo(first.getString("participantId"));
        assertThat(second.body().getString("url")).contains("?token=ey");
        assertThat(owner.body().getString("role")).isEqualTo("owner");
        assertThat(ada.get("/api/vm/" + id).body().getJsonArray("participants")).hasSize(2);
    }

    @Test
    void cleansNames() {
        var reply = ada.post("/api/vm", new JsonObject().put("name", "  A\u202Eda\u0000 \t  <b>  "));

        var people = ada.get("/api/vm/" + reply.body().getString("id")).body().getJsonArray("participants");
        assertThat(people.getJsonObject(0).getString("name")).isEqualTo("Ada <b>");
    }

    @Test
    void keepsThoseInsideWhenItIsUnshared() {
        var id = ada.createsShared();
        bob.joins(id);

        ada.post("/api/vm/unshare", Visitor.session(id));

        assertThat(bob.joins(id).status()).isEqualTo(200);
        var stranger = Visitor.arrive().joins(id);
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.body().getMap()).isEqualTo(Map.of("error", "Session is not shared"));
    }

    @Test
    void comesBackAsSomebodyNewAfterLeaving() {
        var id = ada.createsShared();
        var before = bob.joins(id).body().getString("participantId");

        var left = bob.leaves(id);
        var again = bob.leaves(id);
        var after = bob.joins(id).body().getString("participantId");

        assertThat(left.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void staysTheOwnersWhenTheOwnerLeaves() {
        var id = ada.createsShared();

        ada.leaves(id);

        assertThat(ada.get("/api/vm/" + id).body().getString("role")).isEqualTo("owner");
        assertThat(ada.joins(id).body().getString("role")).isEqualTo("owner");
    }

    @Test
    void endsForEverybodyAndMayBeEndedAgain() {
        var id = ada.createsShared();
        var vmId = bob.joins(id).body().getString("vmId");

        assertThat(ada.ends(id).body().getMap()).isEqualTo(Map.of("ok", true));
        assertThat(ada.ends(id).status()).isEqualTo(200);

        assertThat(BrokerScript.vms()).doesNotContain(vmId);
        assertThat(bob.joins(id).status()).isEqualTo(404);
        assertThat(ada.post("/api/vm/share", Visitor.session(id)).status()).isEqualTo(404);
        assertThat(ada.touches(id).status()).isEqualTo(404);
        assertThat(bob.get("/api/vm/" + id).body().getString("endReason")).isEqualTo("requested");
        assertThat(bob.get("/api/vm").body().getJsonArray("sessions")).isEmpty();
    }

    @Test
    void listsOwnAndJoinedSessions() {
        var id = ada.createsShared();
        bob.joins(id);
        bob.creates();

        var sessions = bob.get("/api/vm").body().getJsonArray("sessions");

        assertThat(sessions).hasSize(2);
        assertThat(sessions.getJsonObject(0).getString("role")).isEqualTo("owner");
        assertThat(sessions.getJsonObject(1).getString("role")).isEqualTo("controller");
    }

    @Test
    void showsStrangersNoPeople() {
        var id = ada.createsShared();

        var seen = bob.get("/api/vm/" + id);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body().containsKey("participants")).isFalse();
        assertThat(seen.body().containsKey("vmId")).isFalse();
        assertThat(seen.body().getInteger("participantCount")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} by {1} is answered with {2}")
    @CsvSource({
        "GET, owner, 200", "GET, participant, 200", "GET, stranger, 403",
        "PATCH, owner, 200", "PATCH, participant, 200", "PATCH, stranger, 403",
        "share, owner, 200", "share, participant, 403", "share, stranger, 403",
        "unshare, owner, 200", "unshare, participant, 403", "unshare, stranger, 403",
        "join, owner, 200", "join, participant, 200", "join, stranger, 403",
        "leave, owner, 200", "leave, participant, 200", "leave, stranger, 403",
        "DELETE, owner, 200", "DELETE, participant, 403", "DELETE, stranger, 403",
    })
    void letsEachDoWhatIsTheirs(String act, String who, int status) {
        var id = ada.createsShared();
        bob.joins(id);
        ada.post("/api/vm/unshare", Visitor.session(id));
        var actor =
                switch (who) {
                    case "owner" -> ada;
                    case "participant" -> bob;
                    default -> Visitor.arrive();
                };

        var reply =
                switch (act) {
                    case "GET" -> actor.get("/api/vm/" + id);
                    case "PATCH" -> actor.touches(id);
                    case "DELETE" -> actor.ends(id);
                    default -> actor.post("/api/vm/" + act, Visitor.session(id));
                };

        assertThat(reply.status()).isEqualTo(status);
    }

    @Test
    void letsAdminsEndWhatIsNotTheirs() {
        var id = ada.creates().getString("id");
        var token = TestTokens.current().user("root", "admin-session", "", "admin");

        var reply = Visitor.call(
                "DELETE",
                "/api/vm",
                Visitor.session(id).encode(),
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));

        assertThat(reply.status()).isEqualTo(200);
    }
}
