package io.flotilla.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.gateway.FakeServices;
import io.flotilla.gateway.Frames;
import io.flotilla.gateway.Player;
import io.flotilla.gateway.ScriptedBroker;
import io.flotilla.gateway.SharedVmScene;
import io.flotilla.testkit.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
@QuarkusTestResource(FakeServices.class)
class MediaPathIT extends SharedVmScene {
    @Test
    void welcomesAParticipantAndOpensTheUpstreamWithTheServicesOwnToken() {
        var ada = join("ada", "owner");

        await().until(() -> ada.texts("welcome").size() == 1);
        assertThat(ada.subProtocol()).isEqualTo("flotilla.media.v1");
        assertThat(ada.texts().getFirst())
                .isEqualTo(new JsonObject()
                        .put("type", "welcome")
                        .put("connectionId", ada.texts().getFirst().getString("connectionId"))
                        .put("participantId", "p-ada")
                        .put("name", "ada")
                        .put("role", "owner")
                        .put("vmId", vm.vmId())
                        .put("width", 1280)
                        .put("height", 720)
                        .put("mayControl", true));
        await().until(() -> broker.gateways() == 1);
        assertThat(broker.bearers())
                .singleElement()
                .asString()
                .startsWith("Bearer ey")
                .endsWith("/internal/vms/" + vm.vmId() + "/media");
        await().until(() -> ada.texts("presence").size() == 1);
    }

    @Test
    void aLateJoinerGetsWhatHoldsThenTheConfigsThenAKeyFrame() {
        var ada = join("ada", "owner");
        await().until(() -> broker.gateways() == 1);
        broker.say(new JsonObject().put("type", "size").put("width", 800).put("height", 600));
        broker.say(new JsonObject()
                .put("type", "page")
                .put("url", "https://a.test/")
                .put("title", "A")
                .put("loading", false));
        broker.send(Frames.videoConfig());
        broker.send(Frames.audioConfig());
        broker.send(Frames.key(0));
        broker.send(Frames.delta(1));
        await().until(() -> ada.media(1).size() == 2);
        var asked = broker.heard("key-frame").size();

        var bob = join("bob", "viewer");
        await().until(() -> bob.media().size() == 2 && broker.heard("key-frame").size() > asked);
        broker.send(Frames.delta(2));
        broker.send(Frames.key(3));
        broker.send(Frames.delta(4));

        await().until(() -> bob.media(1).size() == 2);
        assertThat(bob.texts().getFirst().getInteger("width")).isEqualTo(800);
        assertThat(bob.texts().stream().map(text -> text.getString("type")).toList())
                .startsWith("welcome", "size", "page");
        assertThat(bob.media())
                .containsExactly(Frames.videoConfig(), Frames.audioConfig(), Frames.key(3), Frames.delta(4));
    }

    @Test
    void fiftyViewersGetTheSameBytesFromOneUpstream() {
        var viewers = new ArrayList<Player>();
        for (int i = 0; i < 50; i++) {
            viewers.add(join("guest" + i % 5, "viewer"));
        }
        await().until(() -> broker.heard("viewers").stream().anyMatch(said -> said.getInteger("count") == 50));

        List<Buffer> sent = new ArrayList<>();
        sent.add(Frames.videoConfig());
        sent.add(Frames.key(0));
        for (int i = 1; i < 40; i++) {
            sent.add(i % 3 == 0 ? Frames.audio(i) : Frames.delta(i));
        }
        sent.forEach(broker::send);

        for (var viewer : viewers) {
            await().until(() -> viewer.media().size() == sent.size());
            assertThat(viewer.media()).isEqualTo(sent);
        }
        assertThat(broker.gateways()).isEqualTo(1);
    }

    @Test
    void keyFrameWishesOfManyReachTheBrokerAsFew() {
        var token = vm.with("ada", "owner");
        var ada = studio.open(vm.vmId(), token);
        await().until(() -> broker.heard("key-frame").size() == 1);

        for (int i = 0; i < 200; i++) {
            ada.says("key-frame");
        }
        ada.says("ping");
        ada.say(new JsonObject().put("type", "ping").put("id", 7));

        await().until(() -> ada.closeCode() != 0 || broker.heard("key-frame").size() == 2);
        assertThat(broker.heard("key-frame").size()).isLessThanOrEqualTo(3);
    }

    @Test
    void actsReachTheBrokerInOrderWithTheirAuthorAndViewersActsDoNot() {
        var ada = join("ada", "controller");
        var bob = join("bob", "viewer");
        await().until(() -> broker.gateways() == 1 && bob.texts("welcome").size() == 1);
        var down = new JsonObject("{\"type\":\"pointer\",\"action\":\"down\",\"x\":0.5,\"y\":0.25,\"button\":0}");

        bob.say(down.copy());
        bob.say(new JsonObject().put("type", "ping").put("id", "b"));
        await().until(() -> bob.texts("pong").size() == 1);
        for (int i = 0; i < 100; i++) {
            ada.say(new JsonObject().put("type", "text").put("text", "t" + i));
        }
        ada.say(down.copy());

        await().until(() -> broker.heard("act").size() == 101);
        var acts = broker.heard("act");
        assertThat(acts).allMatch(act -> act.getString("by").equals("p-ada"));
        for (int i = 0; i < 100; i++) {
            assertThat(acts.get(i).getJsonObject("act").getString("text")).isEqualTo("t" + i);
        }
        assertThat(acts.get(100).getJsonObject("act")).isEqualTo(down);
    }

    @Test
    void whatALeaverHeldDownIsLetGo() {
        var ada = join("ada", "controller");
        await().until(() -> broker.gateways() == 1);
        ada.say(new JsonObject(
                "{\"type\":\"key\",\"action\":\"down\",\"code\":\"KeyA\",\"key\":\"a\",\"modifiers\":0}"));
        await().until(() -> broker.heard("act").size() == 1);

        ada.hangUp();

        await().until(() -> broker.heard("act").size() == 2);
        assertThat(broker.heard("act").get(1).getJsonObject("act").getString("type"))
                .isEqualTo("release");
    }

    @Test
    void formatsAndVisibilityTellTheBrokerWhatIsNeeded() {
        var ada = join("ada", "owner");
        var bob = join("bob", "viewer");
        ada.decodes(true, "h264", "vp8", "jpeg");
        bob.decodes(true, "jpeg");
        await().until(() -> needs().equals(new JsonArray().add("h264").add("jpeg")));

        broker.send(Frames.videoConfig());
        broker.send(Frames.key(0));
        broker.send(Frames.still(0, false));
        await().until(() -> bob.media().size() == 1 && ada.media().size() == 2);
        assertThat(bob.media()).containsExactly(Frames.still(0, false));

        bob.decodes(false, "jpeg");
        ada.decodes(false, "h264", "vp8", "jpeg");
        await().until(() -> needs().isEmpty());
        broker.send(Frames.delta(1));
        broker.send(Frames.audio(0));
        await().until(() -> ada.media(2).size() == 1);
        assertThat(ada.media(1)).hasSize(1);
    }

    @Test
    void theUpstreamClosesSomeTimeAfterTheLastViewer() {
        var ada = join("ada", "owner");
        await().until(() -> broker.gateways() == 1);

        ada.hangUp();

        await().until(() -> broker.gateways() == 0);
        assertThat(broker.heard("viewers").getLast().getInteger("count")).isZero();
    }

    @Test
    void viewersOutliveABrokerThatDiesAndReturnsSomewhereElse() {
        var ada = join("ada", "owner");
        await().until(() -> broker.gateways() == 1);
        broker.send(Frames.videoConfig());
        broker.send(Frames.key(0));
        await().until(() -> ada.media().size() == 2);

        broker.close();
        broker = ScriptedBroker.start();
        vm.at(broker);
        await().until(() -> broker.gateways() == 1 && broker.heard("key-frame").size() == 1);
        broker.send(Frames.delta(7));
        broker.send(Frames.videoConfig());
        broker.send(Frames.key(0));

        await().until(() -> ada.media().size() == 4);
        assertThat(ada.closeCode()).isZero();
        assertThat(ada.media(1)).containsExactly(Frames.key(0), Frames.key(0));
    }

    @Test
    void viewersAreSentAwayToComeBackWhenTheBrokerStaysAway() {
        var ada = join("ada", "owner");
        await().until(() -> broker.gateways() == 1);

        broker.close();

        await().until(() -> ada.closeCode() == 4003);
    }

    @Test
    void aBrokerThatDoesNotKnowTheVmMeansItIsNotThere() {
        broker.refuseWith(404);

        var ada = join("ada", "owner");

        await().until(() -> ada.closeCode() == 4505);
    }

    @Test
    void theEndOfTheVmClosesItsSocketsWithTheReason() {
        var ada = join("ada", "owner");
        await().until(() -> broker.gateways() == 1);

        broker.say(new JsonObject().put("type", "ended").put("reason", "inactive"));

        await().until(() -> ada.closeCode() == 4504);
        assertThat(ada.closeReason()).isEqualTo("inactive");
        assertThat(ada.texts("ended")).hasSize(1);
    }

    private JsonArray needs() {
        var said = broker.heard("viewers");
        return said.isEmpty() ? new JsonArray().add("?") : said.getLast().getJsonArray("formats");
    }
}
