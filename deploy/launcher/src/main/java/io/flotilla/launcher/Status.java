package io.flotilla.launcher;

import java.io.PrintStream;
import java.util.List;

/** {@code flotilla status}: what runs, and where to look. */
final class Status {
    private static final List<String> PARTS =
            List.of("postgres", "redis", "auth-service", "session-service", "vm-broker-service", "realtime-gateway");

    private Status() {}

    /** Returns whether Flotilla runs. */
    static boolean run(Settings settings, PrintStream out) {
        var launcher = PidFile.of(settings, "launcher").process();
        out.println(launcher.isPresent() ? "Flotilla runs: " + settings.url() : "Flotilla does not run.");
        for (var part : PARTS) {
            var process = PidFile.of(settings, part).process();
            var state = process.map(handle -> "pid " + handle.pid()).orElse("-");
            out.printf("  %-18s %s%n", part, state);
        }
        out.println("  data               " + settings.home());
        out.println("  logs               " + settings.logs());
        out.println(
                "  API key            in " + settings.secrets().resolve("api-key") + ", to be sent with sk_ before it");
        return launcher.isPresent();
    }
}
