package io.flotilla.vmbroker.chromium;

import io.flotilla.vmbroker.confine.Cell;
import io.flotilla.vmbroker.screen.CursorTheme;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** What a browser finds in its directory when it starts. */
record Furnishing(Path directory) {
    private static final List<String> AGENT = List.of(
            "manifest.json",
            "background.js",
            "tabs.js",
            "tab-capture.js",
            "offscreen.html",
            "offscreen.js",
            "sources.js",
            "worker.js",
            "uplink.js",
            "header.js",
            "clock.js",
            "picture.js",
            "video-encoding.js",
            "content.js",
            "stills.js",
            "sound.js",
            "calm.css");

    private static final String PREFERENCES = """
            {"browser":{"has_seen_welcome_page":true,"check_default_browser":false,"custom_chrome_frame":true},
             "session":{"restore_on_startup":5},"extensions":{"ui":{"developer_mode":true}},
             "credentials_enable_service":false,"webrtc":{"ip_handling_policy":"disable_non_proxied_udp"}}
            """;

    Path profile() {
        return directory.resolve("profile");
    }

    Path home() {
        return directory.resolve("home");
    }

    Path temporary() {
        return directory.resolve("tmp");
    }

    Path downloads() {
        return directory.resolve("downloads");
    }

    Path agent() {
        return directory.resolve("agent");
    }

    Path log() {
        return directory.resolve("browser.log");
    }

    void write(Cell cell) throws IOException {
        for (var each : List.of(home(), temporary(), downloads(), agent(), directory.resolve("policies/managed"))) {
            Files.createDirectories(each);
        }
        Files.setPosixFilePermissions(temporary(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.createDirectories(profile().resolve("Default"));
        Files.writeString(profile().resolve("First Run"), "");
        Files.writeString(profile().resolve("Default/Preferences"), PREFERENCES);
        Files.writeString(directory.resolve("policies/managed/flotilla.json"), Policies.json(cell.seen(downloads())));
        CursorTheme.write(home());
        var gtk = Files.createDirectories(home().resolve(".config/gtk-3.0"));
        Files.writeString(
                gtk.resolve("settings.ini"),
                "[Settings]\ngtk-cursor-theme-name=" + CursorTheme.name() + "\ngtk-cursor-blink=false\n");
        for (var name : AGENT) {
            try (var in = Furnishing.class.getResourceAsStream("/agent/" + name)) {
                if (in == null) {
                    throw new FileNotFoundException("/agent/" + name);
                }
                Files.copy(in, agent().resolve(name));
            }
        }
    }
}
