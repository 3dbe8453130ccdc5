package io.flotilla.vmbroker.timeout;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a VM may live; null means for ever.
 *
 * @param absolute since its creation
 * @param inactive since anybody's last act
 * @param offline since the last viewer left, or since its creation
 * @param warning how long before the first two viewers are warned
 */
public record Timeouts(
        @Nullable Duration absolute,
        @Nullable Duration inactive,
        @Nullable Duration offline,
        Duration warning) {
    public static final Duration DEFAULT_OFFLINE = Duration.ofHours(1);
    public static final Duration DEFAULT_WARNING = Duration.ofMinutes(1);

    public static Timeouts defaults() {
        return new Timeouts(null, null, DEFAULT_OFFLINE, DEFAULT_WARNING);
    }

    /** Which clock ran out. */
    public enum Clock {
        ABSOLUTE,
        INACTIVE,
        OFFLINE
    }
}
