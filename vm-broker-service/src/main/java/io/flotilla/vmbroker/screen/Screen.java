package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.Size;
import java.util.List;
import java.util.Map;

/**
 * What one VM's browser draws on and is acted upon through. Calls come from one thread at a time, in the order in which people acted;
 * they may block for a moment, never on a page. After {@link #close} calls do nothing.
 */
public interface Screen extends AutoCloseable {
    /** What the agent captures for this screen: {@code screen} or {@code tab}. */
    String source();

    /** Command line flags for the browser. */
    List<String> flags();

    /** Environment variables for the browser. */
    Map<String, String> environment();

    /** Makes the picture this large; may return before the browser has followed. */
    void resize(Size size);

    /** Pointer, wheel, touch, keys, text, composition, release; other acts are not a screen's. */
    void act(Act act);

    /** Whether people watch: without them nothing needs to be told. */
    void watched(boolean yes);

    /** Whom to tell of cursor shapes and of motion; must not block. */
    void listen(Listener listener);

    @Override
    void close();

    /** Hears what a screen notices by itself. */
    interface Listener {
        void event(BrowserEvent event);

        /** Whether the picture changes now; a screen that cannot know never calls. */
        void moving(boolean yes);
    }
}
