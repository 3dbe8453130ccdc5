package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.x11.Cursor;
import io.flotilla.vmbroker.x11.XConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Tells the pointer's shape when it changes. A picture that is not of our theme is in the captured screen already: no shape then. */
final class CursorWatch {
    private static final Logger LOG = Logger.getLogger(CursorWatch.class);

    private final Cursor cursor;
    private final Consumer<BrowserEvent> listener;
    private String last = "";

    CursorWatch(XConnection display, Consumer<BrowserEvent> listener) throws IOException {
        this.cursor = new Cursor(display);
        this.listener = listener;
    }

    void on(ByteBuffer event) {
        if (!cursor.isChange(event)) {
            return;
        }
        try {
            var css = CursorTheme.css(cursor.now()).orElse("none");
            if (!css.equals(last)) {
                last = css;
                listener.accept(new BrowserEvent.CursorShape(css));
            }
        } catch (IOException e) {
            LOG.debugf("cursor not read: %s", e.getMessage());
        }
    }
}
