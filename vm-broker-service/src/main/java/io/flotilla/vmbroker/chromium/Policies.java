package io.flotilla.vmbroker.chromium;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flotilla.vmbroker.agent.AgentEndpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules the browser obeys whatever its user does: the machine's files and the browser's own pages are out of reach. */
final class Policies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OUR_EXTENSION = "chrome-extension://" + AgentEndpoint.EXTENSION_ID;
    private static final int OFF = 1;
    private static final int NEVER_PREDICT = 2;

    private Policies() {}

    static String json(Path downloads) {
        var rules = new TreeMap<String, Object>(Map.ofEntries(
                Map.entry(
                        "URLBlocklist",
                        List.of(
                                "file://*",
                                "chrome://*",
                                "chrome-untrusted://*",
                                "devtools://*",
                                "view-source:*",
                                "filesystem:*",
                                "chrome-search://*",
                                OUR_EXTENSION + "/*",
                                "chromewebstore.google.com",
                                "chrome.google.com/webstore")),
                Map.entry("URLAllowlist", List.of(OUR_EXTENSION + "/offscreen.html", "chrome://newtab")),
                Map.entry("NewTabPageLocation", "about:blank"),
                Map.entry("HomepageLocation", "about:blank"),
                Map.entry("HomepageIsNewTabPage", false),
                Map.entry("IncognitoModeAvailability", OFF),
                // A blocklist of all extensions would refuse the agent too, which is loaded unpacked; so the shops are
                // closed.
                Map.entry("BlockExternalExtensions", true),
                Map.entry("BrowserAddPersonEnabled", false),
                Map.entry("BrowserGuestModeEnabled", false),
                Map.entry("BrowserSignin", 0),
                Map.entry("SyncDisabled", true),
                Map.entry("DefaultBrowserSettingEnabled", false),
                Map.entry("DownloadDirectory", downloads.toString()),
                Map.entry("PromptForDownloadLocation", false),
                Map.entry("PasswordManagerEnabled", false)));
        rules.putAll(Map.of(
                "PrintingEnabled", false,
                "TranslateEnabled", false,
                "MetricsReportingEnabled", false,
                "SearchSuggestEnabled", false,
                "DnsOverHttpsMode", "off",
                "QuicAllowed", false,
                "NetworkPredictionOptions", NEVER_PREDICT,
                // Whoever closes the last tab gets a fresh one from the agent; the browser must outlive the moment
                // between.
                "BackgroundModeEnabled", true,
                "PromotionsEnabled", false));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
