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
        out.println(
                launcher.isPresent()
                        ? "Flotilla runs: " + String.join(" and ", settings.urls())
                        : "Flotilla does not run.");
        PARTS.forEach(part -> line(settings, part, out));
        furtherNodes(settings).forEach(part -> line(settings, part, out));
        out.println("  data               " + settings.home());
        out.println("  logs               " + settings.logs());
        out.println("  admin              " + AdminAccount.hint(settings));
        out.println(
                "  API key            in " + settings.secrets().resolve("api-key") + ", to be sent with sk_ before it");
        return launcher.isPresent();
    }

    private static void line(Settings settings, String part, PrintStream out) {
        var state = PidFile.of(settings, part)
                .process()
                .map(handle -> "pid " + handle.pid())
                .orElse("-");
        out.printf("  %-18s %s%n", part, state);
    }

    /** By what is there, not by settings: who asks need not have started it. */
    private static List<String> furtherNodes(Settings settings) {
        return PidFile.all(settings).stream()
                .map(PidFile::name)
                .filter(name -> name.matches(".*-\\d"))
                .sorted()
                .toList();
    }
}
