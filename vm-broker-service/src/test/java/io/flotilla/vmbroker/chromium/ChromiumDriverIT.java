package io.flotilla.vmbroker.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.devtools.DevToolsFailed;
import io.flotilla.vmbroker.x11.XConnection;
import io.flotilla.vmbroker.x11.XRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a display of its own: the picture is the whole browser. */
class ChromiumDriverIT extends BrowserContract {
    @Override
    ChromiumConfig.ScreenKind screen() {
        return ChromiumConfig.ScreenKind.XVFB;
    }

    @Test
    void aClickLandsAtItsPixelBelowTheBrowsersOwnBars() {
        show("/field");
        var inner = innerHeight();

        click(0.25, 0.5);

        var bars = 720 - inner;
        soon().untilAsserted(() -> assertThat(site.log).contains("down=320," + (360 - bars) + ",0"));
    }

    @Test
    void aSelectListOpensAndIsSeen() throws Exception {
        show("/list");
        var closed = pixels();

        browser.act(new Act.Pointer(ADA, Act.PointerAction.MOVE, 0.1, 0.17, 0));
        browser.act(new Act.Pointer(ADA, Act.PointerAction.DOWN, 0.1, 0.17, 0));
        browser.act(new Act.Pointer(ADA, Act.PointerAction.UP, 0.1, 0.17, 0));

        soon().untilAsserted(() -> assertThat(differing(closed, pixels())).isGreaterThan(5_000));
        press("ArrowDown", "ArrowDown");
        press("Enter", "Enter");
        soon().untilAsserted(() -> assertThat(site.log).contains("chosen=two"));
    }

    @Test
    void theCursorsShapeIsTold() {
        show("/list");

        browser.act(new Act.Pointer(ADA, Act.PointerAction.MOVE, 0.5, 0.9, 0));
        soon().untilAsserted(() -> assertThat(heard.events).contains(new BrowserEvent.CursorShape("pointer")));
        browser.act(new Act.Pointer(ADA, Act.PointerAction.MOVE, 0.4, 0.08, 0));

        soon().untilAsserted(() -> assertThat(heard.events).contains(new BrowserEvent.CursorShape("text")));
    }

    @Test
    void theAddressBarShowsNothingOfTheMachine() {
        for (var address : List.of("file:///etc/passwd", "view-source:file:///etc/passwd", "chrome://version")) {
            show("/still");
            browser.act(new Act.Key(ADA, true, "ControlLeft", "Control", 2));
            press("KeyL", "l");
            browser.act(new Act.Key(ADA, false, "ControlLeft", "Control", 0));
            browser.act(new Act.Text(ADA, address));
            press("Enter", "Enter");

            soon().during(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(shownText()).doesNotContain("root:", "Command Line"));
        }
    }

    @Test
    void whoeverClosesTheLastTabGetsAFreshOne() {
        show("/still");
        heard.events.clear();
        browser.act(new Act.Key(ADA, true, "ControlLeft", "Control", 2));
        press("KeyW", "w");
        browser.act(new Act.Key(ADA, false, "ControlLeft", "Control", 0));

        soon().untilAsserted(() ->
                assertThat(heard.events).contains(new BrowserEvent.PageShown("about:blank", "about:blank", false)));
        show("/still");

        assertThat(browser.exited().toCompletableFuture()).isNotDone();
    }

    @Test
    void whatAKilledBrokerLeftIsEnded() throws Exception {
        var victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DoomedBroker.class.getName(),
                        Files.createTempDirectory("doomed").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var root = Path.of(victim.inputReader().readLine());
        var directory = root.resolve("vm-doomed");
        var display = display(directory);
        assertThat(processes(directory)).isNotEmpty();

        victim.destroyForcibly().waitFor();
        try (var next = new TestDriver(screen(), root)) {
            assertThat(next.driver.reap()).containsExactly("vm-doomed");
        }

        assertThat(processes(directory)).isEmpty();
        assertThat(directory).doesNotExist();
        assertThat(display).doesNotExist();
    }

    private int innerHeight() {
        soon().until(() -> site.log.stream().anyMatch(line -> line.startsWith("inner=1280x")));
        var line = site.log.stream()
                .filter(each -> each.startsWith("inner=1280x"))
                .toList()
                .getLast();
        return Integer.parseInt(line.substring("inner=1280x".length()));
    }

    private String shownText() {
        var running = browser.running();
        try {
            return textShownBy(running);
        } catch (DevToolsFailed betweenTwoPages) {
            return "";
        }
    }

    private static String textShownBy(Running running) {
        return running.pages()
                .shownSession()
                .map(session -> running.devTools()
                        .ask(
                                session,
                                "Runtime.evaluate",
                                Map.of(
                                        "expression",
                                        "document.documentElement ? document.documentElement.innerText : ''",
                                        "returnByValue",
                                        true))
                        .path("result")
                        .path("value")
                        .asText())
                .orElse("");
    }

    private int[] pixels() throws Exception {
        var directory = stage.root.resolve("vm-a");
        var authority = Files.readAllBytes(directory.resolve("xauthority"));
        var cookie = Arrays.copyOfRange(authority, authority.length - 16, authority.length);
        try (var display = XConnection.open(display(directory), cookie)) {
            var reply = display.ask(XRequest.of(73, 2)
                    .u32(display.root())
                    .u16(0)
                    .u16(0)
                    .u16(1280)
                    .u16(720)
                    .u32(-1));
            var pixels = new int[1280 * 720];
            reply.position(32).slice().order(reply.order()).asIntBuffer().get(pixels);
            return pixels;
        }
    }

    private static int differing(int[] one, int[] other) {
        var count = 0;
        for (int index = 0; index < one.length; index++) {
            count += (one[index] & 0xffffff) == (other[index] & 0xffffff) ? 0 : 1;
        }
        return count;
    }
}
