package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.browser.Claim;
import io.flotilla.vmbroker.devtools.DevTools;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a claim wants of every tab, those there are and those to come: languages and the dark scheme, by DevTools, without a restart. */
final class Wishes {
    /** All but the first of a list of languages. */
    private static final Pattern LIST_END = Pattern.compile("[,;].*");

    private static final Pattern WEIGHTS = Pattern.compile(";[^,]*|\\s");

    private final DevTools devTools;
    private final Pages pages;
    private volatile @Nullable Claim claim;
    private volatile String userAgent = "";

    Wishes(DevTools devTools, Pages pages) {
        this.devTools = devTools;
        this.pages = pages;
    }

    void apply(Claim wanted) {
        claim = wanted;
        if (wanted.languages() != null) {
            userAgent = devTools.ask(null, "Browser.getVersion", Map.of())
                    .path("userAgent")
                    .asText();
        }
        pages.onArrival(this::prepare);
        if (wanted.kiosk()) {
            hideBars();
        }
    }

    /** A full-screen window has no bars; on a screen without any it is as large as before. */
    private void hideBars() {
        for (var target : pages.targets()) {
            var window = devTools.ask(null, "Browser.getWindowForTarget", Map.of("targetId", target))
                    .path("windowId")
                    .asInt();
            devTools.tell(
                    null,
                    "Browser.setWindowBounds",
                    Map.of("windowId", window, "bounds", Map.of("windowState", "fullscreen")));
        }
    }

    private void prepare(String session) {
        var wanted = claim;
        if (wanted == null) {
            return;
        }
        if (wanted.dark()) {
            devTools.tell(
                    session,
                    "Emulation.setEmulatedMedia",
                    Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        }
        if (wanted.languages() != null) {
            devTools.tell(
                    session,
                    "Emulation.setUserAgentOverride",
                    Map.of("userAgent", userAgent, "acceptLanguage", names(wanted.languages())));
            devTools.tell(session, "Emulation.setLocaleOverride", Map.of("locale", first(wanted.languages())));
        }
    }

    private static String first(String languages) {
        return LIST_END.matcher(languages).replaceFirst("").strip();
    }

    /** The browser weighs a list by its order. */
    static String names(String languages) {
        return WEIGHTS.matcher(languages).replaceAll("");
    }
}
