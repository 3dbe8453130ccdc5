package io.flotilla.gateway.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.Player;
import io.flotilla.gateway.SharedVmScene;
import io.flotilla.gateway.SocketClient;
import io.flotilla.gateway.SocketVisit;
import io.flotilla.testkit.RealServers;
import io.flotilla.testkit.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has control in the room is who reaches the VM. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class MediaControlIT extends SharedVmScene {
    private final List<SocketVisit> open = new ArrayList<>();

    @AfterEach
    void leave() {
        open.forEach(SocketVisit::close);
    }

    @Test
    void onlyTheHolderReachesTheVmAndEverybodyKnowsWhereTheyStand() {
        inMode("single");
        var ada = arrive("ada", "owner");
        var bob = arrive("bob", "controller");
        assertThat(ada.texts("welcome").getFirst().getBoolean("mayControl")).isFalse();
        assertThat(bob.texts("welcome").getFirst().getBoolean("mayControl")).isFalse();
        var room = enter("bob");

        bob.say(typed("too early"));
        assertThat(room.ask("control.request", new JsonObject().put("id", "c-1"))
                        .getBoolean("ok"))
                .isTrue();
        await().until(() -> mayControl(bob));
        bob.say(typed("mine"));
        await().until(() -> broker.heard("act").size() == 1);
        enter("ada").ask("control.take", new JsonObject().put("id", "c-2"));
        await().until(() -> !mayControl(bob) && mayControl(ada));
        bob.say(typed("too late"));
        ada.say(typed("hers"));

        await().until(() -> texts().contains("hers"));
        assertThat(texts()).isEqualTo("mine hers");
    }

    @Test
    void whoKicksReachesTheRoomToo() {
        inMode("free");
        arrive("ada", "owner");
        vm.member("bob", "viewer");
        var room = enter("bob");

        vm.without("bob", "kicked");

        assertThat(room.await("gone").getString("reason")).isEqualTo("kicked");
    }

    @Test
    void whereSomebodyGoesIsNotToldButThatTheyDo() {
        inMode("free");
        var ada = arrive("ada", "owner");
        var room = enter("ada");

        ada.say(new JsonObject().put("type", "navigate").put("action", "to").put("url", "https://secret.example/"));

        assertThat(room.await("navigated"))
                .isEqualTo(new JsonObject().put("participantId", "p-ada").put("action", "to"));
    }

    private void inMode(String mode) {
        redis.hash(String.class)
                .hset(
                        "vm-session:vms-" + vm.vmId(),
                        Map.of(
                                "state",
                                "live",
                                "vmId",
                                vm.vmId(),
                                "ownerId",
                                "u-ada",
                                "mode",
                                mode,
                                "turnSeconds",
                                "60"));
    }

    private SocketVisit enter(String name) {
        var token = TestTokens.current().user("u-" + name, "s-" + name + "-" + vm.vmId(), "", "user");
        var visit = SocketClient.to(port).withBearer(token).enter("/rooms");
        open.add(visit);
        var joined = visit.ask("join", new JsonObject().put("room", "vms-" + vm.vmId()));
        assertThat(joined.getBoolean("ok")).as(joined.encode()).isTrue();
        return visit;
    }

    private String texts() {
        return String.join(
                " ",
                broker.heard("act").stream()
                        .map(act -> act.getJsonObject("act"))
                        .filter(act -> act.getString("type").equals("text"))
                        .map(act -> act.getString("text"))
                        .toList());
    }

    private static boolean mayControl(Player player) {
        var roles = player.texts("role");
        return !roles.isEmpty() && roles.getLast().getBoolean("mayControl");
    }

    private static JsonObject typed(String text) {
        return new JsonObject().put("type", "text").put("text", text);
    }
}
