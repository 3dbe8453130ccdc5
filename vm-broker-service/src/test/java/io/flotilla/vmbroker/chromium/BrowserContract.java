package io.flotilla.vmbroker.chromium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.Audience;
import io.flotilla.vmbroker.browser.Browser;
import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.Claim;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.confine.ProcessTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a browser promises on whatever screen. One browser serves all tests of a class; each brings its own page up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserContract {
    static final int VIDEO = 1;
    static final int AUDIO = 2;
    static final int VIDEO_CONFIG = 3;
    static final int AUDIO_CONFIG = 4;
    static final int STILL = 5;
    static final Audience ONE = new Audience(1, false, Set.of("h264"));
    static final String ADA = "ada";

    Site site;
    TestDriver stage;
    ChromiumBrowser browser;
    Heard heard = new Heard();
    private int shown;

    abstract ChromiumConfig.ScreenKind screen();

    @BeforeAll
    void claimOne() throws Exception {
        site = new Site();
        stage = new TestDriver(screen(), Files.createTempDirectory("vms"));
        browser = stage.start("vm-a");
        browser.claim(claim("/still"), heard);
        browser.watch(ONE);
    }

    @AfterAll
    void closeAll() throws Exception {
        browser.close();
        stage.close();
        site.close();
    }

    @Test
    void theConfigPrecedesTheFirstFrameWhichIsAKeyFrame() {
        soon().untilAsserted(() -> assertThat(heard.of(VIDEO)).isNotEmpty());

        assertThat(heard.media.getFirst().kind()).isEqualTo(VIDEO_CONFIG);
        assertThat(heard.of(VIDEO).getFirst().isKey()).isTrue();
        assertThat(heard.of(VIDEO).getFirst().sequence()).isZero();
        assertThat(heard.of(VIDEO_CONFIG).getFirst().payload().toJsonObject().getString("codec"))
                .startsWith("avc1");
    }

    @Test
    void aStillPageGivesAKeyFrameWhenAsked() {
        show("/still");
        var before = keys();

        browser.requestKeyFrame();

        soon().untilAsserted(() -> assertThat(keys()).isGreaterThan(before));
    }

    @Test
    void whatIsTypedAppearsWithItsCharacters() {
        show("/field");
        click(0.5, 0.5);

        for (var key : new String[] {"H", "ł", "ß", "@", "é", "€"}) {
            press("KeyA", key);
        }
        browser.act(new Act.Text(ADA, " pasted ✓"));

        soon().untilAsserted(() -> assertThat(site.log).contains("text=Hłß@é€ pasted ✓"));
    }

    @Test
    void releaseLetsGoOfWhatItsAuthorHolds() {
        show("/field");
        click(0.5, 0.5);
        browser.act(new Act.Key(ADA, true, "KeyJ", "j", 0));
        soon().untilAsserted(() -> assertThat(site.log).anyMatch(line -> line.endsWith("j")));
        assertThat(site.log).doesNotContain("up=j");

        browser.act(new Act.Release("bob"));
        browser.act(new Act.Release(ADA));

        soon().untilAsserted(() -> assertThat(site.log).contains("up=j"));
    }

    @Test
    void aToneIsHeard() {
        show("/tone");

        soon().untilAsserted(() -> assertThat(heard.of(AUDIO)).hasSizeGreaterThan(20));
        assertThat(heard.of(AUDIO_CONFIG).getFirst().payload().toJsonObject().getString("codec"))
                .isEqualTo("opus");
    }

    /** By then nobody listens to the silent page any more. */
    @Test
    void aToneThatBeginsLateIsHeard() {
        show("/late-tone");
        soon().until(() -> site.log.contains("sounds"));
        var before = heard.of(AUDIO).size();

        soon().untilAsserted(() -> assertThat(heard.of(AUDIO)).hasSizeGreaterThan(before + 20));
    }

    @Test
    void resizeChangesThePicture() {
        show("/field");

        browser.act(new Act.Resize(ADA, new Size(1024, 640)));

        soon().untilAsserted(() -> assertThat(
                        heard.of(VIDEO_CONFIG).getLast().payload().toString())
                .contains("\"codedWidth\":1024,\"codedHeight\":640"));
        assertThat(heard.events).contains(new BrowserEvent.SizeChanged(new Size(1024, 640)));
        soon().untilAsserted(() -> assertThat(site.log).anyMatch(line -> line.startsWith("inner=1024x")));
        browser.act(new Act.Resize(ADA, new Size(1280, 720)));
        soon().untilAsserted(() -> assertThat(site.log).anyMatch(line -> line.startsWith("inner=1280x")));
    }

    @Test
    void theShownPageIsTold() {
        var url = show("/still");

        soon().untilAsserted(() -> assertThat(heard.events).contains(new BrowserEvent.PageShown(url, "still", false)));
    }

    @Test
    void dangerousAddressesAreNotOpened() {
        show("/still");

        for (var url :
                new String[] {"file:///etc/passwd", "chrome://version", "javascript:alert(1)", "data:text/html,x"}) {
            browser.act(new Act.Navigate(ADA, Act.Navigation.TO, url));
        }
        show("/field");

        assertThat(heard.events)
                .filteredOn(BrowserEvent.PageShown.class::isInstance)
                .noneMatch(event -> ((BrowserEvent.PageShown) event).url().matches("(file|chrome|javascript):.*"));
    }

    @Test
    void oneEncodeFollowsItsAudience() {
        show("/moving");
        browser.watch(new Audience(2, true, Set.of("vp8", "jpeg")));

        soon().untilAsserted(() -> assertThat(
                        heard.of(VIDEO_CONFIG).getLast().payload().toString())
                .contains("\"codec\":\"vp8\""));
        var generation = heard.of(VIDEO_CONFIG).getLast().generation();
        soon().untilAsserted(() -> assertThat(heard.of(VIDEO))
                .anyMatch(frame -> frame.generation() == generation && (frame.flags() & 6) == 2));
        soon().untilAsserted(() -> assertThat(heard.of(STILL)).isNotEmpty());
        assertThat(heard.of(STILL).getFirst().payload().getBytes(0, 3)).isEqualTo(new byte[] {-1, (byte) 0xd8, -1});

        browser.watch(ONE);
        soon().untilAsserted(() -> assertThat(
                        heard.of(VIDEO_CONFIG).getLast().payload().toString())
                .contains("avc1"));
        assertThat(heard.of(VIDEO_CONFIG).getLast().generation()).isGreaterThan(generation);
    }

    @Test
    void nothingIsSentToNobody() {
        show("/moving");
        browser.watch(Audience.nobody());
        // What was on its way may still arrive; then there is silence.
        var seen = new AtomicInteger(-1);
        soon().pollInterval(Duration.ofMillis(300))
                .until(() -> seen.getAndSet(heard.media.size()) == heard.media.size());

        var before = keys();
        browser.watch(ONE);

        soon().untilAsserted(() -> assertThat(keys()).isGreaterThan(before));
    }

    @Test
    void anotherBrowserLeavesNothingBehindWhenItIsClosed() throws Exception {
        var other = stage.start("vm-b");
        var directory = stage.root.resolve("vm-b");
        assertThat(processes(directory)).isNotEmpty();
        var display = display(directory);

        other.close();

        assertThat(processes(directory)).isEmpty();
        assertThat(directory).doesNotExist();
        if (display != null) {
            assertThat(display).doesNotExist();
        }
        assertThat(other.exited().toCompletableFuture()).isCompletedWithValue(Browser.Exit.CLOSED);
    }

    static Set<Long> processes(Path directory) {
        return new ProcessTree(InstantSource.system()).of(directory);
    }

    static Path display(Path directory) throws Exception {
        var record = directory.resolve("display");
        return Files.exists(record)
                ? Path.of("/tmp/.X11-unix/X" + Files.readString(record).substring(1))
                : null;
    }

    Claim claim(String page) {
        return new Claim(new Size(1280, 720), 30, site.url(page), false, false, null, false);
    }

    /** Brings a page up, under an address that was never shown before, and waits until it is told; returns the address. */
    String show(String page) {
        var url = site.url(page + "?" + ++shown);
        site.log.clear();
        browser.act(new Act.Navigate(ADA, Act.Navigation.TO, url));
        soon().until(() -> heard.events.stream()
                .anyMatch(event -> event instanceof BrowserEvent.PageShown told
                        && told.url().equals(url)
                        && !told.loading()));
        soon().until(() -> site.log.contains("painted"));
        return url;
    }

    void click(double x, double y) {
        browser.act(new Act.Pointer(ADA, Act.PointerAction.MOVE, x, y, 0));
        browser.act(new Act.Pointer(ADA, Act.PointerAction.DOWN, x, y, 0));
        browser.act(new Act.Pointer(ADA, Act.PointerAction.UP, x, y, 0));
        soon().until(() -> site.log.stream().anyMatch(line -> line.startsWith("down=")));
    }

    void press(String code, String key) {
        browser.act(new Act.Key(ADA, true, code, key, 0));
        browser.act(new Act.Key(ADA, false, code, key, 0));
    }

    long keys() {
        return heard.of(VIDEO).stream().filter(Heard.Media::isKey).count();
    }

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20));
    }
}
