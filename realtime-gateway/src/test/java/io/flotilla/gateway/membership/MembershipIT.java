package io.flotilla.gateway.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.Player;
import io.flotilla.gateway.SharedVmScene;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class MembershipIT extends SharedVmScene {
    @Test
    void whoIsKickedIsOutAndTheOthersSeeIt() {
        var ada = arrive("ada", "owner");
        var bob = arrive("bob", "viewer");
        await().until(() -> people(ada) == 2);

        vm.without("bob", "kicked");

        await().until(() -> bob.closeCode() == 4502);
        await().until(() -> people(ada) == 1);
        assertThat(ada.closeCode()).isZero();
    }

    @Test
    void theEndOfASessionClosesEverybody() {
        var ada = arrive("ada", "owner");
        var bob = arrive("bob", "viewer");

        vm.tell(new JsonObject().put("reason", "ended"));

        await().until(() -> ada.closeCode() == 4504 && bob.closeCode() == 4504);
    }

    @Test
    void aSessionThatIsSharedNoLongerKeepsOnlyThoseOnTheList() {
        var ada = arrive("ada", "owner");
        var bob = arrive("bob", "viewer");

        redis.hash(String.class).hdel("members:" + vm.vmId(), "p-bob");
        vm.tell(new JsonObject().put("reason", "unshared"));

        await().until(() -> bob.closeCode() == 4502);
        assertThat(bob.closeReason()).isEqualTo("unshared");
        assertThat(ada.closeCode()).isZero();
    }

    @Test
    void whatTheChannelMissedTheNextLookFinds() {
        var bob = arrive("bob", "viewer");
        arrive("ada", "owner");

        redis.hash(String.class).hdel("members:" + vm.vmId(), "p-bob");

        await().until(() -> bob.closeCode() == 4501);
    }

    @Test
    void aNewRoleHoldsAtOnce() {
        var bob = arrive("bob", "viewer");
        vm.member("bob", "controller");

        vm.tell(new JsonObject().put("participantId", "p-bob").put("reason", "role"));

        await().until(() -> bob.texts("role").size() == 1);
        assertThat(bob.texts("role").getFirst().getBoolean("mayControl")).isTrue();
        bob.say(new JsonObject().put("type", "release"));
        await().until(() -> broker.heard("act").size() == 1);
        await().until(() -> bob.texts("presence").getLast().encode().contains("controller"));
    }

    @Test
    void aListThatIsLostIsWaitedForAndThenTheSocketsClose() {
        var ada = arrive("ada", "owner");

        redis.key().del("members:" + vm.vmId());
        vm.tell(new JsonObject().put("reason", "whatever"));
        ada.say(new JsonObject().put("type", "ping").put("id", 1));
        await().until(() -> ada.texts("pong").size() == 1);
        assertThat(ada.closeCode()).isZero();

        await().until(() -> ada.closeCode() == 4504);
    }

    @Test
    void aPersonWithTwoSocketsIsOnePerson() {
        var ada = arrive("ada", "owner");
        var again = arrive("ada", "owner");

        await().until(() -> !again.texts("presence").isEmpty()
                && again.texts("presence")
                                .getLast()
                                .getJsonArray("people")
                                .getJsonObject(0)
                                .getInteger("connections")
                        == 2);
        assertThat(people(ada)).isEqualTo(1);
    }

    private static int people(Player player) {
        var told = player.texts("presence");
        return told.isEmpty() ? 0 : told.getLast().getJsonArray("people").size();
    }
}
