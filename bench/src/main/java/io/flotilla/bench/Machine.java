package io.flotilla.bench;

import io.flotilla.systemtests.visitor.Chromium;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the numbers were taken: they mean little without.
 *
 * @param load the load average of the last minute, before the first measurement
 */
record Machine(String processor, int cores, String system, String java, String chromium, double load) {
    static Machine here(Chromium chromium) {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                chromium.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    @Override
    public String toString() {
        return "%d cores (%s), %s, Java %s, Chromium %s, load %.1f before the start"
                .formatted(cores, processor, system, java, chromium, load);
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
