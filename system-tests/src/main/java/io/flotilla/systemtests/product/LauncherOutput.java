package io.flotilla.systemtests.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads what the launcher prints and tells when it says that all is ready. Thread-safe. */
final class LauncherOutput {
    private static final String READY = "Flotilla is ready";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CountDownLatch readyOrOver = new CountDownLatch(1);

    static LauncherOutput of(Process launcher) {
        var output = new LauncherOutput();
        Thread.ofVirtual().name("launcher-output").start(() -> output.read(launcher));
        return output;
    }

    /** Returns whether it became ready in time; not so when the launcher ended before. */
    boolean awaitReady(Duration patience) throws InterruptedException {
        return readyOrOver.await(patience.toMillis(), TimeUnit.MILLISECONDS)
                && lines.stream().anyMatch(line -> line.startsWith(READY));
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private void read(Process launcher) {
        try (BufferedReader reader = launcher.inputReader()) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith(READY)) {
                    readyOrOver.countDown();
                }
            }
        } catch (IOException e) {
            lines.add(e.toString());
        } finally {
            readyOrOver.countDown();
        }
    }
}
