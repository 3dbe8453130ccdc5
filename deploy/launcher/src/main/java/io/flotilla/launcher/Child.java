package io.flotilla.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A process we started: its output in {@code logs/<name>.log}, its identity in {@code run/<name>.pid}. */
final class Child {
    private static final long ROLL_AT_BYTES = 20L * 1024 * 1024;

    private final Process process;
    private final PidFile pidFile;

    private Child(Process process, PidFile pidFile) {
        this.process = process;
        this.pidFile = pidFile;
    }

    /** Starts it with our environment plus {@code extra}; its stdin is a pipe that closes when we die. */
    static Child start(
            Settings settings, String name, List<String> command, Map<String, String> extra, Path workingDirectory) {
        try {
            var log = logFile(settings, name);
            var builder = new ProcessBuilder(command)
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(extra);
            var process = builder.start();
            var pidFile = PidFile.of(settings, name);
            pidFile.write(process.toHandle());
            return new Child(process, pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits for its end; the exit code. */
    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    void stop(Duration patience) {
        Ending.of(List.of(process.toHandle()), patience);
        pidFile.delete();
    }

    private static Path logFile(Settings settings, String name) throws IOException {
        Files.createDirectories(settings.logs());
        var log = settings.logs().resolve(name + ".log");
        if (Files.exists(log) && Files.size(log) > ROLL_AT_BYTES) {
            Files.move(
                    log, settings.logs().resolve(name + ".log.1"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }
}
