package io.flotilla.systemtests.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process table of this Linux machine, read from {@code /proc}. A process that ends meanwhile counts as gone. */
public final class Processes {
    private static final Path PROC = Path.of("/proc");
    /** USER_HZ, the same on every Linux we run on. */
    private static final long TICKS_A_SECOND = 100;

    private Processes() {}

    /**
     * All processes whose command line or environment names the path, and those of the sessions they lead: a browser's children may name
     * nothing any more. Zombies are left out.
     */
    public static List<Long> naming(Path path) {
        var own = ProcessHandle.current().pid();
        var named = all().filter(pid -> pid != own && names(pid, path)).collect(Collectors.toSet());
        return all().filter(pid -> named.contains(pid) || (pid != own && named.contains(session(pid))))
                .toList();
    }

    private static boolean names(long pid, Path path) {
        return read(pid, "cmdline").contains(path.toString())
                || read(pid, "environ").contains(path.toString());
    }

    public static String commandLine(long pid) {
        return read(pid, "cmdline").replace('\0', ' ').strip();
    }

    /** A process and all that descend from it. */
    public static List<Long> tree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Processor time that these processes have used so far, theirs alone. */
    public static Duration processorTime(List<Long> pids) {
        var ticks = pids.stream().mapToLong(Processes::ticks).sum();
        return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
    }

    /** Memory of these processes in KiB, shared pages counted in proportion (PSS). */
    public static long memory(List<Long> pids) {
        return pids.stream()
                .flatMap(pid -> read(pid, "smaps_rollup").lines())
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static long ticks(long pid) {
        return stat(pid, 11) + stat(pid, 12);
    }

    private static long session(long pid) {
        return read(pid, "stat").contains(") Z ") ? 0 : stat(pid, 3);
    }

    /** A number of {@code /proc/<pid>/stat}, counted from the state, which follows the name in brackets; 0 for a process that is gone. */
    private static long stat(long pid, int index) {
        var line = read(pid, "stat");
        return line.isEmpty()
                ? 0
                : Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[index]);
    }

    static Map<String, String> environment(long pid) {
        return Arrays.stream(read(pid, "environ").split("\0"))
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
    }

    private static Stream<Long> all() {
        try (var entries = Files.list(PROC)) {
            return entries
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::parseLong)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /proc", e);
        }
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(PROC.resolve(Long.toString(pid)).resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
