package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.agent.AgentEndpoint;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The browser's command line. */
final class Flags {
    private static final List<String> ALWAYS = List.of(
            "--remote-debugging-pipe",
            "--enable-unsafe-extension-debugging",
            "--allowlisted-extension-id=" + AgentEndpoint.EXTENSION_ID,
            "--test-type",
            "--lang=en-US",
            "--disable-gpu",
            "--disable-quic",
            "--dns-prefetch-disable",
            "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
            "--log-level=3",
            "--no-first-run",
            "--no-default-browser-check",
            "--no-pings",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-component-extensions-with-background-pages",
            "--disable-default-apps",
            "--disable-sync",
            "--disable-breakpad",
            "--disable-crash-reporter",
            "--disable-domain-reliability",
            "--disable-search-engine-choice-screen",
            "--hide-crash-restore-bubble",
            "--password-store=basic",
            "--use-mock-keychain",
            "--autoplay-policy=no-user-gesture-required",
            "--force-color-profile=srgb",
            // Acts are not lost in the moment between a page's arrival and its first paint.
            "--allow-pre-commit-input",
            "--disable-backgrounding-occluded-windows",
            // Only the last of these counts, so there is one.
            "--disable-features=Translate,OptimizationHints,MediaRouter,CalculateNativeWinOcclusion,WebUIOmniboxPopup,"
                    + "WebUIOmniboxAimPopup,DisableLoadExtensionCommandLineSwitch,DialMediaRouteProvider,AutofillServerCommunication");

    /** Unlike about:blank, a page like any other has the keys at once, not the address bar. */
    private static final String BLANK = "data:text/html,<title>New tab</title>";

    private Flags() {}

    static List<String> of(Path program, Path profile, InetSocketAddress guard, boolean sandbox, List<String> screen) {
        var line = new ArrayList<String>();
        line.add(program.toString());
        line.addAll(ALWAYS);
        line.add("--user-data-dir=" + profile);
        line.add("--proxy-server=http://" + guard.getHostString() + ":" + guard.getPort());
        line.add("--proxy-bypass-list=<-loopback>");
        if (!sandbox) {
            line.add("--no-sandbox");
        }
        line.addAll(screen);
        line.add(BLANK);
        return List.copyOf(line);
    }
}
