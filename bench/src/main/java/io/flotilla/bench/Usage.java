package io.flotilla.bench;

import io.flotilla.systemtests.product.Processes;
import java.time.Duration;
import java.util.List;

/** How much of one core some processes used over a stretch of time. */
public record Usage(double percent) {
    /** Looks at the beginning and at the end, in between at nothing. */
    public static Usage during(Duration stretch, List<Long> pids) {
        var meter = new Meter(pids);
        pause(stretch);
        return meter.read();
    }

    public static void pause(Duration stretch) {
        try {
            Thread.sleep(stretch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Runs from its making to its reading. A process that is born or dies in between is left out. */
    public static final class Meter {
        private final List<Long> pids;
        private final Duration before;
        private final long begun = System.nanoTime();

        public Meter(List<Long> pids) {
            this.pids = pids;
            this.before = Processes.processorTime(pids);
        }

        public Usage read() {
            var used = Processes.processorTime(pids).minus(before);
            return new Usage(100.0 * used.toNanos() / (System.nanoTime() - begun));
        }
    }
}
