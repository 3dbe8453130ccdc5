package io.flotilla.bench;

import java.util.Arrays;
import java.util.List;

/**
 * One line of the table: what was measured, how often, and how it came out. Where there is no distribution, p50 is the one value and the
 * others are NaN.
 *
 * @param n how many measurements count, warm-up left out
 */
public record Row(String what, String unit, int n, double p50, double p95, double p99) {
    /** A distribution; values are taken as they are. */
    public static Row of(String what, String unit, List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Row(
                what, unit, sorted.length, percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99));
    }

    /** One value over a stretch of time. */
    public static Row of(String what, String unit, double value) {
        return new Row(what, unit, 1, value, Double.NaN, Double.NaN);
    }

    /** Something that was counted. */
    public static Row count(String what, long counted) {
        return of(what, "", (double) counted);
    }

    /** By nearest rank: a value that was measured, never one in between. NaN when nothing was. */
    public static double percentile(double[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        if (!isSorted(sorted)) {
            throw new IllegalArgumentException("not sorted: " + Arrays.toString(sorted));
        }
        var rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[Math.max(0, rank - 1)];
    }

    private static boolean isSorted(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (values[i - 1] > values[i]) {
                return false;
            }
        }
        return true;
    }
}
