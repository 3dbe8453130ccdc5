package io.flotilla.bench.fanout;

import io.flotilla.bench.Row;
import java.util.Arrays;

/** Latencies in steps of 10 µs, up to ten seconds; more than that counts as ten seconds. Not thread-safe. */
final class Samples {
    private static final int STEP_NANOS = 10_000;
    private static final int STEPS = 1_000_000;

    private final int[] counts = new int[STEPS];
    private int n;

    void add(long nanos) {
        counts[Math.clamp(nanos / STEP_NANOS, 0, STEPS - 1)]++;
        n++;
    }

    int n() {
        return n;
    }

    /** In milliseconds, by nearest rank. NaN when nothing was measured. */
    double percentile(double percent) {
        var rank = (long) Math.ceil(n * percent / 100);
        long seen = 0;
        for (int step = 0; step < STEPS; step++) {
            seen += counts[step];
            if (seen >= rank && seen > 0) {
                return (step + 1) * (STEP_NANOS / 1e6);
            }
        }
        return Double.NaN;
    }

    Row row(String what) {
        return new Row(what, "ms", n, percentile(50), percentile(95), percentile(99));
    }

    void clear() {
        Arrays.fill(counts, 0);
        n = 0;
    }
}
