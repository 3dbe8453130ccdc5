package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.browser.BrowserFailed;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds programs: the one that is named, else the usual ones. Real binaries come before wrapper scripts, which add flags of their own. */
final class ChromiumBinary {
    private static final List<String> PLACES = List.of(
            "/usr/lib/chromium/chromium",
            "/usr/lib/chromium-browser/chromium-browser",
            "/usr/lib64/chromium-browser/chromium-browser",
            "/opt/google/chrome/chrome",
            "/snap/chromium/current/usr/lib/chromium-browser/chrome");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");

    private final List<Path> searchPath;
    private final Predicate<Path> runnable;

    ChromiumBinary() {
        this(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .filter(entry -> !entry.isBlank())
                        .map(Path::of)
                        .toList(),
                path -> Files.isRegularFile(path) && Files.isExecutable(path));
    }

    ChromiumBinary(List<Path> searchPath, Predicate<Path> runnable) {
        this.searchPath = searchPath;
        this.runnable = runnable;
    }

    Path find(Optional<String> named) {
        if (named.isPresent()) {
            var path = Path.of(named.get());
            return Stream.concat(Stream.of(path), onPath(named.get()))
                    .filter(runnable)
                    .findFirst()
                    .orElseThrow(
                            () -> new BrowserFailed("FLOTILLA_CHROMIUM names no program that can be run: " + path));
        }
        return Stream.concat(PLACES.stream().map(Path::of), NAMES.stream().flatMap(this::onPath))
                .filter(runnable)
                .findFirst()
                .orElseThrow(() -> new BrowserFailed(
                        "No Chromium was found: install the package chromium, or name one with FLOTILLA_CHROMIUM"));
    }

    Optional<Path> program(String name) {
        return onPath(name).filter(runnable).findFirst();
    }

    private Stream<Path> onPath(String name) {
        return name.contains("/") ? Stream.empty() : searchPath.stream().map(directory -> directory.resolve(name));
    }
}
