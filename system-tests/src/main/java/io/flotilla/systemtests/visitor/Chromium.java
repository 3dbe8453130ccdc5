package io.flotilla.systemtests.visitor;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own Chromium, where visitors sit. */
public final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium start() {
        // Playwright's own browsers are not wanted: the one people have is the one to be served.
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var arguments = new ArrayList<>(List.of(
                "--disable-gpu", "--autoplay-policy=no-user-gesture-required", "--disable-background-networking"));
        if (System.getProperty("user.name").equals("root")) {
            arguments.add("--no-sandbox");
        }
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(arguments));
        return new Chromium(playwright, browser);
    }

    /** A person nobody knows yet, at a desk. */
    public Visitor visitor(URI flotilla) {
        return new Visitor(browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 960)), flotilla);
    }

    /** A person nobody knows yet, with a phone in hand. */
    public Visitor visitorWithPhone(URI flotilla) {
        return new Visitor(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setHasTouch(true)
                        .setIsMobile(true)
                        .setDeviceScaleFactor(2)),
                flotilla);
    }

    public String version() {
        return browser.version();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("FLOTILLA_CHROMIUM")).orElse(""),
                        "/usr/lib/chromium/chromium",
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: set FLOTILLA_CHROMIUM"));
    }
}
