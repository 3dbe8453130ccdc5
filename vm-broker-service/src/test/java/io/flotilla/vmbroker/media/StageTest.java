package io.flotilla.vmbroker.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.kit.secret.Secret;
import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.Audience;
import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.BrowserSlot;
import io.flotilla.vmbroker.browser.Claim;
import io.flotilla.vmbroker.browser.InMemoryBrowser;
import io.flotilla.vmbroker.browser.InMemoryBrowserDriver;
import io.flotilla.vmbroker.browser.Size;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageTest {
    private static final Size SIZE = new Size(1280, 720);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();
    private final StageSettings settings = new StageSettings(
            () -> now,
            (_, task) -> later.add(task),
            new LinkFlow.Limits(1000, 4000, Duration.ofSeconds(10)),
            2,
            counted::add);
    private InMemoryBrowser browser;
    private Stage stage;
    private Conversation conversation;

    @BeforeEach
    void open() {
        var driver = new InMemoryBrowserDriver();
        browser = (InMemoryBrowser) driver.start(new BrowserSlot(
                "vm", Path.of("x"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), Secret.random(), SIZE));
        stage = new Stage(browser, SIZE, settings);
        conversation = new Conversation(
                stage, browser, new Conversation.ResizeCap(new Size(1920, 1080), 1280 * 720), () -> now);
        browser.claim(new Claim(SIZE, 30, "about:blank", false, false, null, false), stage);
    }

    @Test
    void tellsALateNodeEverythingThatHolds() {
        browser.emit(MediaMessages.videoConfig());
        browser.emit(MediaMessages.audioConfig());
        browser.emit(MediaMessages.message(5, 16, 0, "png"));
        browser.emit(new BrowserEvent.CursorShape("text"));
        browser.emit(new BrowserEvent.PageShown("http://a/", "A", true));
        browser.emit(new BrowserEvent.PageShown("http://a/", "A", false));
        var late = new InMemoryGatewaySocket();

        stage.join(late);

        assertThat(late.texts)
                .containsExactly(
                        "{\"type\":\"size\",\"width\":1280,\"height\":720}",
                        "{\"type\":\"cursor\",\"css\":\"text\"}",
                        "{\"type\":\"page\",\"url\":\"http://a/\",\"title\":\"A\",\"loading\":false}");
        assertThat(late.binaries)
                .containsExactly(
                        MediaMessages.videoConfig(),
                        MediaMessages.audioConfig(),
                        MediaMessages.message(5, 16, 0, "png"));
    }

    @Test
    void forgetsAStillThatStoodForTheVideoWithTheNextKeyFrame() {
        browser.emit(MediaMessages.message(5, 16, 0, "png"));
        browser.emit(MediaMessages.keyFrame(1));
        var late = new InMemoryGatewaySocket();

        stage.join(late);

        assertThat(late.binaries).isEmpty();
    }

    @Test
    void startsEachNodeAtAKeyFrame() {
        var node = new InMemoryGatewaySocket();
        stage.join(node);

        browser.emit(MediaMessages.frame(1));
        browser.emit(MediaMessages.keyFrame(2));
        browser.emit(MediaMessages.frame(3));

        assertThat(node.binaries).containsExactly(MediaMessages.keyFrame(2), MediaMessages.frame(3));
        assertThat(browser.keyFrameRequests()).isEqualTo(1);
    }

    @Test
    void defersKeyFrameRequestsAndDropsNone() {
        stage.wantKeyFrame();
        stage.wantKeyFrame();
        stage.wantKeyFrame();
        assertThat(browser.keyFrameRequests()).isEqualTo(1);
        assertThat(later).hasSize(1);

        now = now.plusMillis(500);
        later.removeFirst().run();
        assertThat(browser.keyFrameRequests()).isEqualTo(2);

        stage.wantKeyFrame();
        assertThat(browser.keyFrameRequests()).isEqualTo(2);
        assertThat(later).hasSize(1);
    }

    @Test
    void addsUpTheAudienceOfAllNodes() {
        var first = stage.join(new InMemoryGatewaySocket()).orElseThrow();
        var second = stage.join(new InMemoryGatewaySocket()).orElseThrow();
        conversation.heard(
                first, "{\"type\":\"viewers\",\"count\":2,\"layers\":false,\"formats\":[\"h264\"],\"new\":1}");
        conversation.heard(
                second, "{\"type\":\"viewers\",\"count\":1,\"layers\":true,\"formats\":[\"vp8\",\"jpeg\",\"av9\"]}");

        assertThat(browser.audience()).isEqualTo(new Audience(3, true, Set.of("vp8", "jpeg")));
        assertThat(stage.unwatchedSince()).isNull();

        conversation.left(second);
        assertThat(browser.audience()).isEqualTo(new Audience(2, false, Set.of("h264")));
        conversation.left(first);
        assertThat(browser.audience()).isEqualTo(Audience.nobody());
        assertThat(stage.unwatchedSince()).isEqualTo(now);
    }

    @Test
    void carriesActsInOrderAndSaysWhoDrives() {
        var socket = new InMemoryGatewaySocket();
        var link = stage.join(socket).orElseThrow();
        now = now.plusSeconds(5);

        conversation.heard(
                link, act("ada", "{\"type\":\"pointer\",\"action\":\"down\",\"x\":0.25,\"y\":0.75,\"button\":0}"));
        conversation.heard(
                link,
                act("ada", "{\"type\":\"key\",\"action\":\"up\",\"code\":\"KeyA\",\"key\":\"a\",\"modifiers\":8}"));
        conversation.heard(link, act("bob", "{\"type\":\"text\",\"text\":\"hi\"}"));

        assertThat(browser.acts())
                .containsExactly(
                        new Act.Pointer("ada", Act.PointerAction.DOWN, 0.25, 0.75, 0),
                        new Act.Key("ada", false, "KeyA", "a", 8),
                        new Act.Text("bob", "hi"));
        assertThat(socket.texts)
                .containsSubsequence("{\"type\":\"driver\",\"by\":\"ada\"}", "{\"type\":\"driver\",\"by\":\"bob\"}")
                .hasSize(3);
        assertThat(conversation.lastActAt()).isEqualTo(now);
    }

    @Test
    void letsGoOfEverythingWhenANodeIsLost() {
        var link = stage.join(new InMemoryGatewaySocket()).orElseThrow();
        conversation.heard(
                link,
                act("ada", "{\"type\":\"key\",\"action\":\"down\",\"code\":\"KeyA\",\"key\":\"a\",\"modifiers\":0}"));
        conversation.heard(link, act("bob", "{\"type\":\"release\"}"));

        conversation.left(link);
        conversation.left(link);

        assertThat(browser.acts())
                .filteredOn(Act.Release.class::isInstance)
                .containsExactlyInAnyOrder(new Act.Release("bob"), new Act.Release("ada"));
    }

    @Test
    void refusesResizesOverTheCapAndSaysWhatHolds() {
        var socket = new InMemoryGatewaySocket();
        var link = stage.join(socket).orElseThrow();

        conversation.heard(link, act("ada", "{\"type\":\"resize\",\"width\":1920,\"height\":1080}"));
        conversation.heard(link, act("ada", "{\"type\":\"resize\",\"width\":256,\"height\":1082}"));
        conversation.heard(link, act("ada", "{\"type\":\"resize\",\"width\":640,\"height\":480}"));

        assertThat(browser.acts()).containsExactly(new Act.Resize("ada", new Size(640, 480)));
        assertThat(socket.texts).hasSize(3).containsOnly("{\"type\":\"size\",\"width\":1280,\"height\":720}");
    }

    @Test
    void skipsAPictureThatANodeDoesNotTakeAndGoesOnWithAKeyFrame() {
        var slow = new InMemoryGatewaySocket();
        stage.join(slow);
        browser.emit(MediaMessages.keyFrame(0));
        slow.takes = false;
        for (int i = 1; i <= 60; i++) {
            browser.emit(MediaMessages.frame(i));
        }
        assertThat(slow.queued()).isBetween(900L, 1100L);

        slow.takeAll();
        browser.emit(MediaMessages.frame(61));
        assertThat(browser.keyFrameRequests()).isEqualTo(1);
        browser.emit(MediaMessages.keyFrame(62));

        assertThat(slow.binaries).doesNotContain(MediaMessages.frame(61)).endsWith(MediaMessages.keyFrame(62));
        assertThat(slow.closed).isEmpty();
    }

    @Test
    void closesANodeThatTakesNothingAndHurtsNoOther() {
        var stuck = new InMemoryGatewaySocket();
        var well = new InMemoryGatewaySocket();
        stage.join(stuck);
        stage.join(well);
        browser.emit(MediaMessages.keyFrame(0));
        stuck.takes = false;
        browser.emit(MediaMessages.frame(1));

        now = now.plusSeconds(10);
        stage.closeStuck();
        browser.emit(MediaMessages.frame(2));

        assertThat(stuck.closed).isEqualTo("4001 slow");
        assertThat(well.closed).isEmpty();
        assertThat(well.binaries).endsWith(MediaMessages.frame(2));
        assertThat(counted).contains("gateway-slow");
    }

    @Test
    void saysTheLastWordToThoseThereAndThoseWhoCome() {
        var there = new InMemoryGatewaySocket();
        var late = new InMemoryGatewaySocket();
        stage.join(there);

        stage.end("inactive");
        stage.end("requested");
        var link = stage.join(late);

        assertThat(there.texts).endsWith("{\"type\":\"ended\",\"reason\":\"inactive\"}");
        assertThat(there.closed).isEqualTo("4504 inactive");
        assertThat(late.closed).isEqualTo("4504 inactive");
        assertThat(link).isEmpty();
    }

    @Test
    void takesOnlySoManyNodes() {
        stage.join(new InMemoryGatewaySocket());
        stage.join(new InMemoryGatewaySocket());
        var third = new InMemoryGatewaySocket();

        assertThat(stage.join(third)).isEmpty();
        assertThat(third.closed).isEqualTo("4507 too-many");
    }

    private static String act(String by, String act) {
        return "{\"type\":\"act\",\"by\":\"" + by + "\",\"act\":" + act + "}";
    }
}
