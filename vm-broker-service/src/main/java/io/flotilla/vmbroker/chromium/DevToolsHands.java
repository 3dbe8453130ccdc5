package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.devtools.DevTools;
import io.flotilla.vmbroker.devtools.DevToolsFailed;
import io.flotilla.vmbroker.input.Held;
import io.flotilla.vmbroker.screen.PageHands;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Acts on the shown page by DevTools. Does nothing until the browser is there. */
final class DevToolsHands implements PageHands {
    /** Where the page lies in the picture, in px: asked anew for each gesture, since bars come and go. */
    private record Viewport(double left, double top) {}

    private static final String VIEWPORT = "[window.screenX + (window.outerWidth - window.innerWidth) / 2,"
            + " window.screenY + window.outerHeight - window.innerHeight]";

    private static final List<String> BUTTON_NAMES = List.of("left", "middle", "right", "back", "forward");
    private static final int[] BUTTON_BITS = {1, 4, 2, 8, 16};

    private volatile @Nullable DevTools devTools;
    private volatile @Nullable Pages pages;
    private final boolean bars;
    private final Held<String, Act.Key> heldKeys = new Held<>();
    private final Held<Integer, Integer> heldButtons = new Held<>();
    private final PageCursor cursor = new PageCursor();
    private double lastX;
    private double lastY;
    private Viewport viewport = new Viewport(0, 0);
    private volatile @Nullable Size wanted;

    /** @param bars whether the page shares the picture with the browser's own bars */
    DevToolsHands(boolean bars) {
        this.bars = bars;
    }

    void attach(DevTools browser, Pages shown) {
        devTools = browser;
        pages = shown;
        if (!bars) {
            shown.onArrival(session -> {
                sizeUp(session);
                cursor.watch(browser, session);
            });
        }
    }

    @Override
    public boolean type(String text) {
        return onFocusedPage(session -> send(session, "Input.insertText", Map.of("text", text)));
    }

    @Override
    public boolean compose(Act.Composition act) {
        return onFocusedPage(session -> {
            switch (act.action()) {
                case UPDATE ->
                    send(
                            session,
                            "Input.imeSetComposition",
                            Map.of(
                                    "text",
                                    act.text(),
                                    "selectionStart",
                                    act.text().length(),
                                    "selectionEnd",
                                    act.text().length()));
                case COMMIT -> send(session, "Input.insertText", Map.of("text", act.text()));
                case CANCEL ->
                    send(
                            session,
                            "Input.imeSetComposition",
                            Map.of("text", "", "selectionStart", 0, "selectionEnd", 0));
            }
        });
    }

    @Override
    public void touch(Act.Touch act, Size size) {
        shown().ifPresent(session -> {
            if (bars && act.action() == Act.TouchAction.START) {
                viewport = viewport(session);
            }
            var points = act.action() == Act.TouchAction.END || act.action() == Act.TouchAction.CANCEL
                    ? List.of()
                    : act.points().stream().map(point -> point(point, size)).toList();
            send(session, "Input.dispatchTouchEvent", Map.of("type", type(act.action()), "touchPoints", points));
        });
    }

    @Override
    public void pointer(Act.Pointer act, Size size) {
        var type =
                switch (act.action()) {
                    case MOVE -> "mouseMoved";
                    case DOWN -> "mousePressed";
                    case UP -> "mouseReleased";
                };
        var nothingNew =
                switch (act.action()) {
                    case MOVE -> false;
                    case DOWN -> !heldButtons.down(act.by(), act.button(), act.button());
                    case UP -> heldButtons.up(act.by(), act.button()) == null;
                };
        if (nothingNew) {
            return;
        }
        mouse(type, act.action() == Act.PointerAction.MOVE ? "none" : button(act.button()), act.x(), act.y(), size);
    }

    @Override
    public void wheel(Act.Wheel act, Size size) {
        shown().ifPresent(session -> send(
                session,
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        "mouseWheel",
                        "x",
                        act.x() * size.width(),
                        "y",
                        act.y() * size.height(),
                        "deltaX",
                        act.dx(),
                        "deltaY",
                        act.dy())));
    }

    @Override
    public void key(Act.Key act) {
        if (act.down()) {
            heldKeys.down(act.by(), act.code(), act);
        } else if (heldKeys.up(act.by(), act.code()) == null) {
            return;
        }
        shown().ifPresent(session -> send(session, "Input.dispatchKeyEvent", PageKeys.event(act)));
    }

    @Override
    public void release(String author) {
        for (var held : heldKeys.release(author)) {
            var up = new Act.Key(author, false, held.code(), held.key(), 0);
            shown().ifPresent(session -> send(session, "Input.dispatchKeyEvent", PageKeys.event(up)));
        }
        for (var held : heldButtons.release(author)) {
            mouse("mouseReleased", button(held), lastX, lastY, new Size(2, 2));
        }
    }

    @Override
    public void resize(Size size) {
        wanted = size;
        var known = pages;
        if (known != null) {
            known.sessions().forEach(this::sizeUp);
        }
    }

    @Override
    public void onCursor(java.util.function.Consumer<io.flotilla.vmbroker.browser.BrowserEvent> listener) {
        cursor.listener(listener);
    }

    private void mouse(String type, String button, double x, double y, Size size) {
        lastX = x * size.width() / 2;
        lastY = y * size.height() / 2;
        shown().ifPresent(session -> send(
                session,
                "Input.dispatchMouseEvent",
                Map.of(
                        "type",
                        type,
                        "button",
                        button,
                        "buttons",
                        heldMask(),
                        "clickCount",
                        type.equals("mouseMoved") ? 0 : 1,
                        "x",
                        x * size.width(),
                        "y",
                        y * size.height())));
    }

    private int heldMask() {
        var mask = 0;
        for (int button = 0; button < BUTTON_BITS.length; button++) {
            mask |= heldButtons.isHeld(button) ? BUTTON_BITS[button] : 0;
        }
        return mask;
    }

    private static String button(int button) {
        return BUTTON_NAMES.get(Math.clamp(button, 0, BUTTON_NAMES.size() - 1));
    }

    private void sizeUp(String session) {
        var size = wanted;
        if (size != null) {
            send(
                    session,
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", size.width(), "height", size.height(), "deviceScaleFactor", 1, "mobile", false));
        }
    }

    private Map<String, Object> point(Act.TouchPoint point, Size size) {
        return Map.of(
                "id", point.id(),
                "x", point.x() * size.width() - viewport.left,
                "y", point.y() * size.height() - viewport.top);
    }

    private static String type(Act.TouchAction action) {
        return switch (action) {
            case START -> "touchStart";
            case MOVE -> "touchMove";
            case END -> "touchEnd";
            case CANCEL -> "touchCancel";
        };
    }

    private boolean onFocusedPage(java.util.function.Consumer<String> step) {
        var session = shown();
        if (session.isEmpty() || (bars && !hasFocus(session.get()))) {
            return false;
        }
        step.accept(session.get());
        return true;
    }

    private boolean hasFocus(String session) {
        var browser = devTools;
        try {
            return browser != null
                    && browser.ask(
                                    session,
                                    "Runtime.evaluate",
                                    Map.of("expression", "document.hasFocus()", "returnByValue", true))
                            .path("result")
                            .path("value")
                            .asBoolean();
        } catch (DevToolsFailed e) {
            return false;
        }
    }

    private Viewport viewport(String session) {
        var browser = devTools;
        if (browser == null) {
            return viewport;
        }
        try {
            var place = browser.ask(session, "Runtime.evaluate", Map.of("expression", VIEWPORT, "returnByValue", true))
                    .path("result")
                    .path("value");
            return new Viewport(place.path(0).asDouble(), place.path(1).asDouble());
        } catch (DevToolsFailed e) {
            return viewport;
        }
    }

    private void send(String session, String method, Map<String, ?> params) {
        var browser = devTools;
        if (browser != null) {
            browser.tell(session, method, params);
        }
    }

    private Optional<String> shown() {
        var known = pages;
        return known == null ? Optional.empty() : known.shownSession();
    }
}
