package io.flotilla.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Names a process of ours on disk, by pid and start time: a pid alone is reused sooner or later, and a stranger must never be killed.
 */
record PidFile(Path path) {
    private static final String SUFFIX = ".pid";

    static PidFile of(Settings settings, String name) {
        return new PidFile(settings.run().resolve(name + SUFFIX));
    }

    /** Those of all parts, alive or not. */
    static List<PidFile> all(Settings settings) {
        if (!Files.isDirectory(settings.run())) {
            return List.of();
        }
        try (var files = Files.list(settings.run())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .map(PidFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + settings.run(), e);
        }
    }

    /** The part's. */
    String name() {
        var file = path.getFileName().toString();
        return file.substring(0, file.length() - SUFFIX.length());
    }

    void write(ProcessHandle process) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, process.pid() + " " + started(process));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    /** The living process this file names, if there is one. */
    Optional<ProcessHandle> process() {
        try {
            var words = Files.readString(path).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle ->
                            words.length == 2 && Long.toString(started(handle)).equals(words[1]));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
