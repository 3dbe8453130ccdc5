package io.flotilla.vmbroker.chromium;

import java.util.List;
import java.util.Locale;

/** Which addresses a VM may be sent to. */
final class Addresses {
    private static final List<String> FORBIDDEN =
            List.of("file:", "view-source:", "devtools:", "filesystem:", "chrome-extension:");

    private Addresses() {}

    /** Web pages and the blank page only: nothing that reads the machine, scripts a page or shows the browser's inside. */
    static boolean mayOpen(String url) {
        var lower = url.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.equals("about:blank");
    }

    /** Whether a shown page must be left at once: the second net, behind the browser's own rules. */
    static boolean mustLeave(String url) {
        var lower = url.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("chrome:")) {
            return !lower.startsWith("chrome://newtab") && !lower.startsWith("chrome://new-tab-page");
        }
        return FORBIDDEN.stream().anyMatch(lower::startsWith);
    }
}
