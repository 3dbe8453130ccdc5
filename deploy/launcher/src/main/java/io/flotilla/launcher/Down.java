package io.flotilla.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code flotilla down}: ends the launcher, and whatever of its children outlived it. */
final class Down {
    private Down() {}

    static void run(Settings settings, PrintStream out) {
        var launcher = PidFile.of(settings, "launcher").process();
        launcher.ifPresent(process -> Ending.of(List.of(process), Duration.ofSeconds(60)));
        var leftovers = endLeftovers(settings);
        out.println(launcher.isPresent() || leftovers > 0 ? "Flotilla is down." : "Flotilla was not running.");
    }

    /** Ends what a killed launcher left; VMs are ended by the broker, or by its own next start. Returns how many there were. */
    static int endLeftovers(Settings settings) {
        var left = new ArrayList<ProcessHandle>();
        for (var file : PidFile.all(settings)) {
            if (!file.name().equals("launcher")) {
                file.process().ifPresent(left::add);
            }
        }
        Ending.of(left, Duration.ofSeconds(20));
        VmLeftovers.end(settings.home().resolve("vms"));
        PidFile.all(settings).forEach(PidFile::delete);
        return left.size();
    }
}
