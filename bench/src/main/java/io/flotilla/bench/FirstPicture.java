package io.flotilla.bench;

import io.flotilla.systemtests.visitor.Chromium;
import java.io.IOException;
import java.nio.file.Path;

/** The one command: {@code bench/first-picture}. */
public final class FirstPicture {
    private FirstPicture() {}

    /** Arguments: the directory for homes and logs, the directory for results, and {@code quick} for a tenth of the rounds. */
    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]);
        var quick = arguments.length > 2 && arguments[2].equals("quick");
        try (var chromium = Chromium.start()) {
            var report = new Report(Machine.here("Chromium " + chromium.version()), System.out);
            try (var stage = new Stage(home.resolve("cold"), 0, chromium)) {
                report.add(new Starts(stage).creating("cold (no pool)", quick ? 1 : 8));
            }
            try (var stage = new Stage(home.resolve("warm"), 1, chromium)) {
                var starts = new Starts(stage);
                report.add(starts.creating("warm", quick ? 2 : 20));
                report.add(starts.byHand(quick ? 2 : 10));
                report.add(starts.joining(quick ? 3 : 20));
                report.add(new Clicks(stage).measure(quick ? 6 : 60));
                var pictures = new Pictures(stage);
                report.add(pictures.moving());
                report.add(pictures.still());
                report.add(pictures.pooled());
                report.add(new Viewers(stage).measure(1, 10, 50));
            }
            report.write(Path.of(arguments[1]), "first-picture");
        }
    }
}
