package io.flotilla.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the numbers were taken: they mean little without.
 *
 * @param beside what else takes part, with its version
 * @param load the load average of the last minute, before the first measurement
 */
public record Machine(String processor, int cores, String system, String java, String beside, double load) {
    public static Machine here(String beside) {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                beside,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    @Override
    public String toString() {
        return "%d cores (%s), %s, Java %s, %s, load %.1f before the start"
                .formatted(cores, processor, system, java, beside, load);
    }

    private static String processorName() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.replaceFirst(".*:\\s*", ""))
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
