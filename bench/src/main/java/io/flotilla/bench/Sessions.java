package io.flotilla.bench;

import io.flotilla.systemtests.visitor.Chromium;
import java.io.IOException;
import java.nio.file.Path;

/** The one command: {@code bench/sessions}. Two nodes of every service, no limits a minute, no browsers to share. */
public final class Sessions {
    private Sessions() {}

    /** Arguments: the directory for homes and logs, the directory for results, and {@code quick} for a tenth of the rounds. */
    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]);
        var quick = arguments.length > 2 && arguments[2].equals("quick");
        try (var chromium = Chromium.start()) {
            var report = new Report(Machine.here("Chromium " + chromium.version()), System.out);
            try (var stage = Stage.ofTwoNodes(home.resolve("sessions"), chromium)) {
                report.add(new SignIns(stage).measure(quick ? 10 : 100));
                report.add(new Validations(stage).measure(quick ? 5 : 20));
                report.add(new Exchanges(stage).measure(quick ? 20 : 200));
                report.add(new Switches(stage).measure(quick ? 5 : 40));
                report.add(new Ends(stage).measure(quick ? 5 : 40));
            }
            report.write(Path.of(arguments[1]), "sessions");
        }
    }
}
