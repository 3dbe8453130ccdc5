package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.browser.Size;
import java.util.function.Consumer;

/** Acts on the shown page itself, for what a display cannot do: fingers, input methods, pasted text. */
public interface PageHands {
    /** Inserts text where the page has its caret; false when the page has not the focus. */
    boolean type(String text);

    /** False when the page has not the focus. */
    boolean compose(Act.Composition act);

    /** Fingers on the page; the points are shares of the whole picture, which has the given size. */
    void touch(Act.Touch act, Size size);

    /** The page fills the picture: pointer and wheel act on it directly. */
    void pointer(Act.Pointer act, Size size);

    void wheel(Act.Wheel act, Size size);

    void key(Act.Key act);

    void release(String author);

    /** Makes every page, those there are and those to come, this large. */
    void resize(Size size);

    /** Whom to tell of the cursor over the page. */
    void onCursor(Consumer<BrowserEvent> listener);
}
