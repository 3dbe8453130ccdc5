package io.flotilla.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Browsers and displays of a broker that was killed: every process of a VM carries the VM's directory as {@code FLOTILLA_VM} in its
 * environment. Where there is no {@code /proc} (macOS) they end by themselves, because their pipes broke.
 */
final class VmLeftovers {
    private VmLeftovers() {}

    static void end(Path vms) {
        var mark = "FLOTILLA_VM=" + vms;
        List<ProcessHandle> left = ProcessHandle.allProcesses()
                .filter(process -> environment(process.pid()).contains(mark))
                .toList();
        Ending.of(left, Duration.ofSeconds(5));
    }

    private static String environment(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Somebody else's process, or one that has just gone: not ours in either case.
            return "";
        }
    }
}
