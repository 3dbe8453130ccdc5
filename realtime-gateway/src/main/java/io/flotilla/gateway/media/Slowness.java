package io.flotilla.gateway.media;

/**
 * Whether a viewer counts as slow, sampled once a second. Layers cost sharpness, so two bad seconds in a row turn them on and ten good
 * ones off.
 */
final class Slowness {
    private static final int BAD = 2;
    private static final int GOOD = 10;

    private int streak;
    private boolean slow;

    void sample(boolean underPressure) {
        if (underPressure == slow) {
            streak = 0;
            return;
        }
        streak++;
        if (streak >= (slow ? GOOD : BAD)) {
            slow = !slow;
            streak = 0;
        }
    }

    boolean isSlow() {
        return slow;
    }
}
