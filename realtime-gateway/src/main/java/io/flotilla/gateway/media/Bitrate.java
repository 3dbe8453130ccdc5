package io.flotilla.gateway.media;

import java.time.Duration;

/** A stream's bytes a second, smoothed over some seconds; fed once a second. */
final class Bitrate {
    private static final double WEIGHT = 0.3;
    /** However much a stream yields, one viewer's share of the memory stays small. */
    private static final long MOST_WINDOW = 1L << 20;

    private long counted;
    private double perSecond;

    void count(int bytes) {
        counted += bytes;
    }

    void second() {
        perSecond += WEIGHT * (counted - perSecond);
        counted = 0;
    }

    long bytesPerSecond() {
        return Math.round(perSecond);
    }

    /** How many bytes a viewer may be behind: so many, or what the stream yields in that time. */
    long window(long least, Duration lag) {
        return Math.max(least, Math.min(bytesPerSecond() * lag.toMillis() / 1000, MOST_WINDOW));
    }
}
