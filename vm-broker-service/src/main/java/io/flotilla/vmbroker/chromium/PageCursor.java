package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.browser.BrowserEvent;
import io.flotilla.vmbroker.devtools.DevTools;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears from pages which cursor lies under the pointer, where no display could tell. */
final class PageCursor {
    private static final String BINDING = "flotillaCursor";
    /** In a world of its own, so that pages neither see nor call it. */
    private static final String WORLD = "flotilla";
    /** A page's cursor name may be anything; only what a viewer's CSS understands is passed on. */
    private static final String NAME = "[a-z-]{1,20}";

    private static final String SCRIPT = """
            (() => {
              let last = '';
              addEventListener('mousemove', (event) => {
                const at = event.composedPath()[0];
                if (!(at instanceof Element)) return;
                let css = getComputedStyle(at).cursor.split(',').pop().trim();
                if (css === 'auto') {
                  const field = at.closest('input, textarea, [contenteditable]');
                  const words = document.caretRangeFromPoint?.(event.clientX, event.clientY)?.startContainer.nodeType === 3;
                  css = at.closest('a[href]') ? 'pointer' : field || (words && at.childNodes.length) ? 'text' : 'default';
                }
                if (css !== last) flotillaCursor((last = css));
              }, { capture: true, passive: true });
            })()""";

    private volatile @Nullable Consumer<BrowserEvent> listener;
    private volatile boolean listening;

    void listener(Consumer<BrowserEvent> heard) {
        listener = heard;
    }

    void watch(DevTools browser, String session) {
        if (!listening) {
            listening = true;
            browser.listen(this::on);
        }
        browser.tell(session, "Runtime.enable", Map.of());
        browser.tell(session, "Runtime.addBinding", Map.of("name", BINDING, "executionContextName", WORLD));
        browser.tell(session, "Page.enable", Map.of());
        browser.tell(
                session,
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", SCRIPT, "worldName", WORLD, "runImmediately", true));
    }

    private void on(DevTools.Event event) {
        var heard = listener;
        if (heard != null
                && event.method().equals("Runtime.bindingCalled")
                && event.params().path("name").asText().equals(BINDING)) {
            var css = event.params().path("payload").asText();
            heard.accept(new BrowserEvent.CursorShape(css.matches(NAME) ? css : "default"));
        }
    }
}
