package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.confine.Cell;
import io.flotilla.vmbroker.x11.ScreenSize;
import io.flotilla.vmbroker.x11.XConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A display of its own: people see and reach the whole browser. */
public final class XvfbScreen implements Screen {
    private static final Logger LOG = Logger.getLogger(XvfbScreen.class);

    private static final long SETTLE_NANOS = 80_000_000;

    private final Cell cell;
    private final XvfbProcess server;
    private final XConnection display;
    private final ScreenSize sizes;
    private final WindowKeeper windows;
    private final XHands hands;
    private final MotionWatch motion;
    private final PageHands page;
    private volatile @Nullable Listener listener;
    private Size size;
    private long lastStroke = System.nanoTime() - SETTLE_NANOS;

    private XvfbScreen(Cell cell, XvfbProcess server, Size cap, PageHands page, ScheduledExecutorService timers)
            throws IOException {
        this.cell = cell;
        this.server = server;
        this.page = page;
        this.display = server.connect();
        this.size = cap;
        this.sizes = new ScreenSize(display);
        this.windows = new WindowKeeper(display, cap);
        this.hands = new XHands(display);
        var cursor = new CursorWatch(display, this::tell);
        this.motion = new MotionWatch(display, timers, this::tellMoving);
        display.onEvent(windows::on);
        display.onEvent(cursor::on);
        display.onEvent(motion::on);
    }

    /** Starts a display as large as the picture may ever become. */
    public static XvfbScreen start(Cell cell, String program, Size cap, PageHands page, ScheduledExecutorService timers)
            throws IOException {
        var server = XvfbProcess.start(cell, program, cap);
        try {
            Files.writeString(cell.directory().resolve(DisplayFiles.RECORD), server.display());
            return new XvfbScreen(cell, server, cap, page, timers);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public String source() {
        return "screen";
    }

    @Override
    public List<String> flags() {
        return List.of(
                "--ozone-platform=x11",
                "--window-position=0,0",
                "--auto-select-screen-capture-source",
                "--auto-select-desktop-capture-source=Entire screen");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "DISPLAY",
                server.display(),
                "XAUTHORITY",
                cell.seen(server.authority()).toString(),
                "XCURSOR_THEME",
                CursorTheme.name());
    }

    @Override
    public void resize(Size now) {
        attempt(() -> {
            sizes.set(now.width(), now.height());
            windows.fill(now);
            size = now;
            motion.expect();
        });
    }

    @Override
    public void act(Act act) {
        attempt(() -> {
            if (!(act instanceof Act.Pointer pointer) || pointer.action() != Act.PointerAction.MOVE) {
                motion.expect();
            }
            switch (act) {
                case Act.Pointer pointer -> hands.pointer(pointer, size);
                case Act.Wheel wheel -> hands.wheel(wheel, size);
                case Act.Key key -> hands.key(key);
                case Act.Release release -> hands.release(release.by());
                case Act.Text text -> text(text.text());
                case Act.Composition composition -> {
                    settle();
                    if (!page.compose(composition) && composition.action() == Act.CompositionAction.COMMIT) {
                        hands.text(composition.text());
                    }
                }
                case Act.Touch touch -> page.touch(touch, size);
                case Act.Resize _, Act.Navigate _ -> {}
            }
            if (act instanceof Act.Key || act instanceof Act.Pointer) {
                lastStroke = System.nanoTime();
            }
        });
    }

    /** Typed like keys where that is possible: so it reaches the browser's own bars, in order with the keys before it. */
    private void text(String text) throws IOException {
        if (!hands.canType(text)) {
            settle();
            if (page.type(text)) {
                return;
            }
        }
        hands.text(text);
        lastStroke = System.nanoTime();
    }

    /** Keys travel through the display, texts by DevTools: what comes by the second way waits until the first is empty. */
    private void settle() {
        var left = lastStroke + SETTLE_NANOS - System.nanoTime();
        if (left > 0) {
            java.util.concurrent.locks.LockSupport.parkNanos(left);
        }
    }

    @Override
    public void watched(boolean yes) {
        motion.watched(yes);
    }

    @Override
    public void listen(Listener heard) {
        listener = heard;
    }

    @Override
    public void close() {
        display.close();
        server.close();
    }

    private void tell(BrowserEvent event) {
        var heard = listener;
        if (heard != null) {
            heard.event(event);
        }
    }

    private void tellMoving(boolean yes) {
        var heard = listener;
        if (heard != null) {
            heard.moving(yes);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    /** A display that is gone takes its browser along; the browser's end is what gets told. */
    private static void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            LOG.debugf("display: %s", e.getMessage());
        }
    }
}
