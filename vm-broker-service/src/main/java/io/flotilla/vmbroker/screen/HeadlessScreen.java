package io.flotilla.vmbroker.screen;

import io.flotilla.vmbroker.browser.Act;
import io.flotilla.vmbroker.browser.Size;
import java.util.List;
import java.util.Map;

/** No display: the picture is the shown tab, without the browser's own bars and lists, and all acts go to the page itself. */
public final class HeadlessScreen implements Screen {
    private final PageHands page;
    private final Size cap;
    private Size size;

    public HeadlessScreen(Size cap, PageHands page) {
        this.page = page;
        this.cap = cap;
        this.size = cap;
    }

    @Override
    public String source() {
        return "tab";
    }

    @Override
    public List<String> flags() {
        var largest = cap.width() + "x" + cap.height();
        return List.of(
                "--headless=new",
                "--screen-info={" + largest + "}",
                "--window-size=" + cap.width() + "," + cap.height());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public void resize(Size now) {
        size = now;
        page.resize(now);
    }

    @Override
    public void act(Act act) {
        switch (act) {
            case Act.Pointer pointer -> page.pointer(pointer, size);
            case Act.Wheel wheel -> page.wheel(wheel, size);
            case Act.Touch touch -> page.touch(touch, size);
            case Act.Key key -> page.key(key);
            case Act.Text text -> page.type(text.text());
            case Act.Composition composition -> page.compose(composition);
            case Act.Release release -> page.release(release.by());
            case Act.Resize _, Act.Navigate _ -> {}
        }
    }

    @Override
    public void watched(boolean yes) {
        // a tab's frames come only when it changes
    }

    @Override
    public void listen(Listener listener) {
        page.onCursor(listener::event);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
