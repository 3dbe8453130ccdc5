package io.flotilla.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flotilla.gateway.Frames;
import io.flotilla.gateway.loop.ManualLoop;
import io.flotilla.gateway.protocol.Act;
import io.flotilla.gateway.protocol.CloseCode;
import io.flotilla.gateway.protocol.Format;
import io.flotilla.gateway.protocol.PlayerMessage;
import io.flotilla.gateway.protocol.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageTest {
    private static final StageSettings SETTINGS = new StageSettings(
            96 * 1024,
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    private final ManualLoop loop = new ManualLoop();
    private final FakeUpstream upstream = new FakeUpstream();
    private final List<Stage> idle = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Stage stage = new Stage(
            "vm-1",
            loop,
            upstream,
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), () -> 1),
            SETTINGS,
            new MediaMetrics(meters),
            new StageEars() {
                @Override
                public void said(String type, JsonNode json) {}

                @Override
                public void acted(String participantId, Act act) {}
            },
            idle::add);

    @Test
    void theFirstViewerOpensTheUpstreamAndTheLastLeavesItOpenForAWhile() {
        var ada = arrive("ada", Role.OWNER);
        assertThat(upstream.dials).hasSize(1);
        upstream.open();

        stage.leave(ada.viewer());
        loop.pass(Duration.ofSeconds(4));
        assertThat(idle).isEmpty();
        assertThat(upstream.said("viewers").getLast().getInteger("count")).isZero();

        loop.pass(Duration.ofSeconds(1));
        assertThat(idle).containsExactly(stage);
    }

    @Test
    void whoComesBackInTimeKeepsTheUpstream() {
        var ada = arrive("ada", Role.OWNER);
        upstream.open();
        stage.leave(ada.viewer());
        loop.pass(Duration.ofSeconds(3));

        arrive("ada", Role.OWNER);
        loop.pass(Duration.ofSeconds(60));

        assertThat(idle).isEmpty();
        assertThat(upstream.dials).hasSize(1);
    }

    @Test
    void aHundredWishesForAKeyFrameAreTwo() {
        var ada = arrive("ada", Role.OWNER);
        upstream.open();
        assertThat(upstream.said("key-frame")).hasSize(1);

        for (int i = 0; i < 100; i++) {
            stage.heard(ada.viewer(), new PlayerMessage.KeyFrame());
            loop.pass(Duration.ofMillis(2));
        }
        loop.pass(Duration.ofMillis(500));

        assertThat(upstream.said("key-frame")).hasSize(2);
    }

    @Test
    void aWishThatDiedWithAnEncoderIsRepeated() {
        arrive("ada", Role.OWNER);
        upstream.open();

        loop.pass(Duration.ofSeconds(5));

        assertThat(upstream.said("key-frame")).hasSizeGreaterThan(3);
    }

    @Test
    void aConfigAloneAsksForNothingAsItsKeyFrameFollows() {
        var ada = arrive("ada", Role.OWNER);
        var broker = upstream.open();
        broker.binary(Frames.videoConfig());
        broker.binary(Frames.key(0));
        var asked = upstream.said("key-frame").size();

        for (int i = 1; i < 5; i++) {
            broker.binary(Frames.videoConfig());
            stage.heard(ada.viewer(), new PlayerMessage.Ack(ada.outlet().received()));
            broker.binary(Frames.key(i));
            loop.pass(Duration.ofMillis(600));
        }

        assertThat(upstream.said("key-frame")).hasSize(asked);
    }

    @Test
    void nobodyIsAskedForAKeyFrameWhereAStillIsAllThereIs() {
        var ada = arrive("ada", Role.OWNER);
        var broker = upstream.open();
        broker.binary(Frames.still(0, true));
        loop.pass(Duration.ofSeconds(1));
        var asked = upstream.said("key-frame").size();

        loop.pass(Duration.ofSeconds(5));
        var bob = arrive("bob", Role.VIEWER);

        assertThat(upstream.said("key-frame")).hasSize(asked);
        assertThat(ada.outlet().media).containsExactly(Frames.still(0, true));
        assertThat(bob.outlet().media).containsExactly(Frames.still(0, true));
    }

    @Test
    void aStillThatFoundNoRoomComesWhenThereIsSome() {
        var ada = arrive("ada", Role.OWNER);
        stage.heard(ada.viewer(), new PlayerMessage.Formats(Set.of(Format.JPEG), true));
        var broker = upstream.open();
        for (int i = 0; i < 40; i++) {
            broker.binary(Frames.still(i, false));
        }
        var got = ada.outlet().media.size();
        assertThat(got).isLessThan(40);

        stage.heard(ada.viewer(), new PlayerMessage.Ack(ada.outlet().received()));

        assertThat(ada.outlet().media).hasSize(got + 1);
        assertThat(ada.outlet().media.getLast()).isEqualTo(Frames.still(39, false));
    }

    @Test
    void anAckForMoreThanWasSentBreaksTheProtocol() {
        var ada = arrive("ada", Role.OWNER);

        stage.heard(ada.viewer(), new PlayerMessage.Ack(1));

        assertThat(ada.outlet().closed).isEqualTo(CloseCode.BAD_MESSAGE);
    }

    @Test
    void whoTakesNothingForTenSecondsIsClosedAndNobodyElse() {
        var slow = arrive("slow", Role.VIEWER);
        var fast = arrive("fast", Role.VIEWER);
        var broker = upstream.open();
        broker.binary(Frames.key(0));
        for (int second = 0; second < 12; second++) {
            for (int i = 0; i < 30; i++) {
                broker.binary(Frames.video(second * 30 + i + 1, false, 0, 8_000));
                stage.heard(fast.viewer(), new PlayerMessage.Ack(fast.outlet().received()));
            }
            loop.pass(Duration.ofSeconds(1));
        }

        assertThat(slow.outlet().closed).isEqualTo(CloseCode.SLOW);
        assertThat(slow.outlet().received()).isLessThan(200_000);
        assertThat(fast.outlet().closed).isNull();
        assertThat(fast.outlet().media).hasSize(361);
        assertThat(upstream.said("viewers").getLast().getBoolean("layers")).isTrue();
        assertThat(meters.counter("flotilla.media.frames.left-out", "reason", "skip-to-key")
                        .count())
                .isPositive();
    }

    @Test
    void nobodyIsClosedForAPageThatDoesNotMove() {
        var ada = arrive("ada", Role.OWNER);
        var broker = upstream.open();
        broker.binary(Frames.key(0));

        loop.pass(Duration.ofMinutes(5));

        assertThat(ada.outlet().closed).isNull();
    }

    @Test
    void memoryThatPilesUpClosesTheSocketAtOnce() {
        var ada = arrive("ada", Role.OWNER);
        var broker = upstream.open();
        ada.outlet().stuck = 5 << 20;

        broker.text("{\"type\":\"cursor\",\"css\":\"text\"}");

        assertThat(ada.outlet().closed).isEqualTo(CloseCode.SLOW);
    }

    @Test
    void actsWaitInOrderWhileTheWayIsFullAndStaleMovesMerge() {
        var ada = arrive("ada", Role.OWNER);
        var broker = upstream.open();
        upstream.full = true;
        stage.heard(ada.viewer(), move(0.1));
        stage.heard(ada.viewer(), move(0.2));
        stage.heard(ada.viewer(), new Act.Pointer(Act.PointerAction.DOWN, 0.2, 0, 0));
        stage.heard(ada.viewer(), move(0.3));
        assertThat(upstream.said("act")).isEmpty();

        upstream.full = false;
        broker.drained();

        assertThat(upstream.said("act").stream()
                        .map(act -> act.getJsonObject("act").getString("action")
                                + act.getJsonObject("act").getDouble("x")))
                .containsExactly("move0.2", "down0.2", "move0.3");
    }

    @Test
    void aWayThatStaysFullIsGivenUpForANewOne() {
        var ada = arrive("ada", Role.OWNER);
        upstream.open();
        upstream.full = true;

        for (int i = 0; i < 600; i++) {
            stage.heard(ada.viewer(), new Act.Text("x"));
        }

        assertThat(upstream.closed).isEqualTo(1);
        assertThat(upstream.dials).hasSize(2);
    }

    @Test
    void whoLosesControlLetsGo() {
        var ada = arrive("ada", Role.CONTROLLER);
        upstream.open();
        stage.heard(ada.viewer(), new Act.Key(Act.KeyAction.DOWN, "KeyA", "a", 0));

        ada.viewer().role(Role.VIEWER);
        stage.roleChanged(ada.viewer());
        stage.heard(ada.viewer(), new Act.Text("too late"));

        assertThat(upstream.said("act").stream()
                        .map(act -> act.getJsonObject("act").getString("type")))
                .containsExactly("key", "release");
        assertThat(ada.outlet().types()).endsWith("role");
    }

    @Test
    void theSameParticipantsOtherSocketKeepsWhatItHolds() {
        var ada = arrive("ada", Role.CONTROLLER);
        arrive("ada", Role.CONTROLLER);
        upstream.open();
        stage.heard(ada.viewer(), new Act.Key(Act.KeyAction.DOWN, "KeyA", "a", 0));

        stage.leave(ada.viewer());

        assertThat(upstream.said("act")).hasSize(1);
    }

    @Test
    void lateJoinersHearWhatHoldsAndNotWhatIsOver() {
        arrive("ada", Role.OWNER);
        var broker = upstream.open();
        broker.text("{\"type\":\"size\",\"width\":640,\"height\":480}");
        broker.text("{\"type\":\"warning\",\"reason\":\"inactive\",\"closesAt\":5}");
        broker.text("{\"type\":\"page\",\"url\":\"a\",\"title\":\"b\",\"loading\":true}");
        broker.text("{\"type\":\"warning\",\"reason\":\"inactive\",\"closesAt\":null}");
        broker.text("{\"type\":\"presence\",\"people\":[]}");
        broker.text("nonsense");
        stage.presence("{\"type\":\"presence\",\"people\":[{}]}");

        var bob = arrive("bob", Role.VIEWER);

        assertThat(bob.outlet().types()).containsExactly("welcome", "size", "page", "presence");
        assertThat(bob.outlet().texts.getFirst().getInteger("width")).isEqualTo(640);
    }

    @Test
    void aNewBrokerStartsOver() {
        var ada = arrive("ada", Role.OWNER);
        var first = upstream.open();
        first.text("{\"type\":\"page\",\"url\":\"old\",\"title\":\"\",\"loading\":false}");
        first.binary(Frames.videoConfig());
        first.binary(Frames.key(0));
        first.lost();
        loop.pass(Duration.ofMillis(200));
        assertThat(upstream.dials).hasSize(2);

        var second = upstream.open();
        first.binary(Frames.delta(1));
        second.binary(Frames.delta(9));
        second.binary(Frames.key(10));

        assertThat(ada.outlet().media).containsExactly(Frames.videoConfig(), Frames.key(0), Frames.key(10));
        assertThat(arrive("bob", Role.VIEWER).outlet().types()).containsExactly("welcome");
        assertThat(ada.outlet().closed).isNull();
    }

    @Test
    void whenTheBrokerStaysAwayViewersAreToldToComeBack() {
        var ada = arrive("ada", Role.OWNER);
        for (int i = 0; i < 40 && ada.outlet().closed == null; i++) {
            upstream.last().refused(Upstream.Why.NO_PLACE);
            loop.pass(Duration.ofSeconds(1));
        }

        assertThat(ada.outlet().closed).isEqualTo(CloseCode.UPSTREAM_LOST);
    }

    @Test
    void aVmThatItsBrokerForgotHasEnded() {
        var ada = arrive("ada", Role.OWNER);
        upstream.open().lost();
        for (int i = 0; i < 40 && ada.outlet().closed == null; i++) {
            loop.pass(Duration.ofSeconds(1));
            upstream.last().refused(Upstream.Why.NOT_THERE);
        }

        assertThat(ada.outlet().closed).isEqualTo(CloseCode.ENDED);
        assertThat(ada.outlet().reason).isEqualTo("broker-lost");
    }

    @Test
    void afterTheEndNobodyComesInAnyMore() {
        var ada = arrive("ada", Role.OWNER);
        upstream.open().text("{\"type\":\"ended\",\"reason\":\"inactive\"}");

        var late = arrive("late", Role.VIEWER);

        assertThat(ada.outlet().closed).isEqualTo(CloseCode.ENDED);
        assertThat(ada.outlet().reason).isEqualTo("inactive");
        assertThat(late.outlet().closed).isEqualTo(CloseCode.ENDED);
        assertThat(idle).containsExactly(stage);
        assertThat(upstream.closed).isEqualTo(1);
    }

    private record Arrived(Viewer viewer, FakeOutlet outlet) {}

    private Arrived arrive(String name, Role role) {
        var outlet = new FakeOutlet();
        var viewer = new Viewer("c-" + name, "p-" + name, name, role, outlet);
        stage.join(viewer, 1280, 720);
        return new Arrived(viewer, outlet);
    }

    private static Act move(double x) {
        return new Act.Pointer(Act.PointerAction.MOVE, x, 0, 0);
    }
}
