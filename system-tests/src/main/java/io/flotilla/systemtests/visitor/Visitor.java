package io.flotilla.systemtests.visitor;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person: an own cookie jar, one tab at a time, and a note of everything the browser complained about. */
public final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final URI flotilla;
    private final List<String> complaints = new ArrayList<>();
    private final Page page;

    Visitor(BrowserContext context, URI flotilla) {
        this.context = context;
        this.flotilla = flotilla;
        context.addInitScript(instruments());
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " @ " + message.location());
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
    }

    /** Opens the front page and waits until it knows who this is. */
    public Lobby lobby() {
        page.navigate(flotilla.toString());
        page.waitForCondition(() -> !cookies().isEmpty());
        return new Lobby(page);
    }

    /** Opens the address of a room. */
    public Room room(String address) {
        page.navigate(flotilla.resolve(address).toString());
        return new Room(page);
    }

    /** Opens a VM session's {@code url} as a page. */
    public Picture player(String url) {
        page.navigate(url);
        return new Picture(page);
    }

    /** From the next page on, notes each value of the player's {@code data-state}. */
    public void notesStates() {
        context.addInitScript("""
                (() => {
                  const states = [];
                  Object.defineProperty(window, '__states', { value: states });
                  const note = () => {
                    const state = document.querySelector('[data-state]')?.dataset.state;
                    if (state && state !== states.at(-1)) states.push(state);
                  };
                  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true });
                })();
                """);
    }

    /** What was noted on this page, in order, repetitions left out. */
    public String notedStates() {
        return (String) page.evaluate("() => window.__states.join(' ')");
    }

    public Page page() {
        return page;
    }

    /** Another tab of the same browser. */
    public Page anotherTab() {
        return context.newPage();
    }

    /** What this browser calls itself. */
    public String userAgent() {
        return String.valueOf(page.evaluate("() => navigator.userAgent"));
    }

    public List<Cookie> cookies() {
        return context.cookies();
    }

    /** Errors of the console and violations of the content security policy, of all pages shown so far. */
    public List<String> complaints() {
        var all = new ArrayList<>(complaints);
        for (var frame : page.frames()) {
            var violations = frame.evaluate("() => window.__instruments?.violations ?? []");
            if (violations instanceof List<?> list) {
                list.forEach(one -> all.add("policy: " + one));
            }
        }
        return all;
    }

    /** Keeps what this person sees now. */
    public void photograph(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    @Override
    public void close() {
        context.close();
    }

    private static String instruments() {
        try (var script = Visitor.class.getResourceAsStream("instruments.js")) {
            return new String(
                    java.util.Objects.requireNonNull(script, "instruments.js is missing")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("instruments.js cannot be read", e);
        }
    }
}
