package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.browser.Size;
import io.flotilla.vmbroker.x11.Windows;
import io.flotilla.vmbroker.x11.XConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The window manager of a screen that has one browser on it: browser windows fill it, dialogs stand in its middle, the newest has the
 * keys, and the bar that says the screen is being shared is never shown. Events come from the display's event thread, {@link #fill}
 * from another; the lock guards the list of windows.
 */
final class WindowKeeper {
    private static final Logger LOG = Logger.getLogger(WindowKeeper.class);
    /** The extension's name, as the browser words it. */
    private static final String EXTENSION = "Flotilla";

    private static final int UNMAP_NOTIFY = 18;
    private static final int MAP_REQUEST = 20;
    private static final int CONFIGURE_REQUEST = 23;
    private static final int DESTROY_NOTIFY = 17;

    private record Kept(int window, boolean dialog) {}

    private final Windows windows;
    private final int nameAtom;
    private final int transientAtom;
    private final int typeAtom;
    private final int dialogAtom;
    private final int normalAtom;
    private final int stateAtom;
    private final int[] maximized;
    private final List<Kept> kept = new ArrayList<>();
    private Size size;

    WindowKeeper(XConnection display, Size size) throws IOException {
        this.windows = new Windows(display);
        this.size = size;
        this.nameAtom = display.atom("_NET_WM_NAME");
        this.transientAtom = display.atom("WM_TRANSIENT_FOR");
        this.typeAtom = display.atom("_NET_WM_WINDOW_TYPE");
        this.dialogAtom = display.atom("_NET_WM_WINDOW_TYPE_DIALOG");
        this.normalAtom = display.atom("_NET_WM_WINDOW_TYPE_NORMAL");
        this.stateAtom = display.atom("_NET_WM_STATE");
        this.maximized =
                new int[] {display.atom("_NET_WM_STATE_MAXIMIZED_VERT"), display.atom("_NET_WM_STATE_MAXIMIZED_HORZ")};
        windows.manage();
    }

    /** The screen has this size from now on. */
    synchronized void fill(Size now) throws IOException {
        size = now;
        for (var each : kept) {
            place(each);
        }
    }

    void on(ByteBuffer event) {
        try {
            switch (event.get(0) & 0x7f) {
                case MAP_REQUEST -> appear(event.getInt(8));
                case CONFIGURE_REQUEST -> configure(event);
                case UNMAP_NOTIFY, DESTROY_NOTIFY -> vanish(event.getInt(8));
                default -> {}
            }
        } catch (IOException e) {
            LOG.debugf("a window went while it was looked at: %s", e.getMessage());
        }
    }

    private void appear(int window) throws IOException {
        var name = windows.text(window, nameAtom);
        if (isAboutSharing(name)) {
            return;
        }
        var each = new Kept(window, isDialog(window));
        synchronized (this) {
            kept.removeIf(other -> other.window == window);
            kept.add(each);
            place(each);
        }
        if (!each.dialog) {
            // Without this the browser draws a frame around itself, as if there were a desktop to see.
            windows.atoms(window, stateAtom, maximized);
        }
        windows.map(window);
        windows.raise(window);
        windows.focus(window);
    }

    private void configure(ByteBuffer event) throws IOException {
        var window = event.getInt(8);
        var mask = event.getShort(26);
        var asked = new Windows.Frame(
                event.getShort(16), event.getShort(18), event.getShort(20) & 0xffff, event.getShort(22) & 0xffff);
        synchronized (this) {
            var known = find(window);
            if (known != null && !known.dialog) {
                place(known);
                return;
            }
        }
        var now = windows.frame(window);
        windows.place(
                window,
                new Windows.Frame(
                        (mask & 1) != 0 ? asked.x() : now.x(),
                        (mask & 2) != 0 ? asked.y() : now.y(),
                        (mask & 4) != 0 ? asked.width() : now.width(),
                        (mask & 8) != 0 ? asked.height() : now.height()));
    }

    private synchronized void vanish(int window) throws IOException {
        if (kept.removeIf(each -> each.window == window) && !kept.isEmpty()) {
            windows.raise(kept.getLast().window);
            windows.focus(kept.getLast().window);
        }
    }

    private void place(Kept each) throws IOException {
        if (!each.dialog) {
            windows.place(each.window, new Windows.Frame(0, 0, size.width(), size.height()));
            return;
        }
        var wish = windows.frame(each.window);
        var width = Math.min(wish.width(), size.width());
        var height = Math.min(wish.height(), size.height());
        windows.place(
                each.window,
                new Windows.Frame((size.width() - width) / 2, (size.height() - height) / 2, width, height));
    }

    private @Nullable Kept find(int window) {
        return kept.stream().filter(each -> each.window == window).findFirst().orElse(null);
    }

    private boolean isDialog(int window) throws IOException {
        var type = atomOf(window, typeAtom);
        return type == dialogAtom
                || (type != normalAtom
                        && windows.property(window, transientAtom).remaining() >= 4);
    }

    private int atomOf(int window, int property) throws IOException {
        var value = windows.property(window, property);
        return value.remaining() >= 4 ? value.getInt(0) : 0;
    }

    /** The browser's own words, in the language we start it in. */
    static boolean isAboutSharing(@Nullable String name) {
        return name != null
                && (name.equals(EXTENSION + " is sharing your screen.")
                        || name.equals("Choose what to share with " + EXTENSION));
    }
}
