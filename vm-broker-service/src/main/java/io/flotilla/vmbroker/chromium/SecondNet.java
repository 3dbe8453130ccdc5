package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.devtools.DevTools;
import java.util.List;
import java.util.Map;

/**
 * Keeps a browser from the machine's files and from its own inside where its rules cannot be put in force, because they would have to be
 * written where only root may: files are refused as requests, and a tab that shows a forbidden address is led away at once.
 */
final class SecondNet {
    private final DevTools devTools;
    private final Pages pages;

    SecondNet(DevTools devTools, Pages pages) {
        this.devTools = devTools;
        this.pages = pages;
    }

    void spread() {
        devTools.listen(this::on);
        pages.onArrival(session -> devTools.tell(
                session,
                "Fetch.enable",
                Map.of(
                        "patterns",
                        List.of(
                                Map.of("urlPattern", "file://*"),
                                Map.of("urlPattern", "filesystem:*"),
                                Map.of("urlPattern", "chrome://*")))));
    }

    private void on(DevTools.Event event) {
        switch (event.method()) {
            case "Fetch.requestPaused" ->
                devTools.tell(
                        event.session(),
                        "Fetch.failRequest",
                        Map.of("requestId", event.params().path("requestId").asText(), "errorReason", "AccessDenied"));
            case "Target.targetCreated", "Target.targetInfoChanged" -> {
                var target = event.params().path("targetInfo");
                if (target.path("type").asText().equals("page")
                        && Addresses.mustLeave(target.path("url").asText())) {
                    pages.session(target.path("targetId").asText())
                            .ifPresent(
                                    session -> devTools.tell(session, "Page.navigate", Map.of("url", "about:blank")));
                }
            }
            default -> {}
        }
    }
}
