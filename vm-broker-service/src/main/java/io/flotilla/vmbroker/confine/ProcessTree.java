package io.flotilla.vmbroker.confine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds and ends the processes of VMs by the mark in their environment, and by the sessions of those that have it. */
public final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int BETWEEN_LOOKS_MS = 20;

    /** One process: the mark is empty where it has none or we may not look. */
    private record Seen(long pid, long session, String mark) {}

    private final InstantSource clock;

    public ProcessTree(InstantSource clock) {
        this.clock = clock;
    }

    /** Directories below {@code root} that live processes carry as their mark. */
    public Set<Path> marked(Path root) {
        var found = new HashSet<Path>();
        for (var process : look()) {
            if (!process.mark.isEmpty()) {
                var directory = Path.of(process.mark);
                if (directory.startsWith(root)) {
                    found.add(directory);
                }
            }
        }
        return found;
    }

    /** Ids of the live processes of one VM. */
    public Set<Long> of(Path directory) {
        var all = look();
        var sessions = new HashSet<Long>();
        var mark = directory.toString();
        var alive = new HashSet<Long>();
        all.forEach(process -> alive.add(process.pid));
        // A process that has just been forked is still in our own session: only sessions led by one of the VM's count,
        // or by none.
        all.stream()
                .filter(process -> process.mark.equals(mark))
                .filter(process -> process.pid == process.session || !alive.contains(process.session))
                .forEach(process -> sessions.add(process.session));
        var pids = new HashSet<Long>();
        all.stream()
                .filter(process -> process.mark.equals(mark) || sessions.contains(process.session))
                .forEach(process -> pids.add(process.pid));
        return pids;
    }

    /** Kills until none is left; whether that succeeded within some seconds. */
    public boolean end(Path directory) {
        var deadline = clock.instant().plus(PATIENCE);
        for (var left = of(directory); !left.isEmpty(); left = of(directory)) {
            var handles =
                    left.stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
            handles.forEach(ProcessHandle::destroyForcibly);
            handles.forEach(ProcessTree::awaitBriefly);
            if (clock.instant().isAfter(deadline)) {
                return of(directory).isEmpty();
            }
        }
        return true;
    }

    private static void awaitBriefly(ProcessHandle handle) {
        try {
            handle.onExit().get(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // looked at again in the next round
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Seen> look() {
        var seen = new ArrayList<Seen>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (var entry : entries) {
                var stat = read(entry.resolve("stat"));
                var rest = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
                if (rest.length > 3 && !rest[0].equals("Z")) {
                    var pid = Long.parseLong(entry.getFileName().toString());
                    seen.add(new Seen(pid, Long.parseLong(rest[3]), mark(read(entry.resolve("environ")))));
                }
            }
        } catch (IOException e) {
            return seen;
        }
        return seen;
    }

    static String mark(String environment) {
        for (var variable : environment.split("\0", -1)) {
            if (variable.startsWith(Cell.MARK + "=")) {
                return variable.substring(Cell.MARK.length() + 1);
            }
        }
        return "";
    }

    /** Empty for a process that has just gone, or is not ours to look into. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
