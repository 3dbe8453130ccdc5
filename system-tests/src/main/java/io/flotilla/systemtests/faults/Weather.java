package io.flotilla.systemtests.faults;

import java.time.Duration;

/**
 * How bytes travel from now on.
 *
 * @param latency of each way, on top of the real one
 * @param bytesPerSecond of each connection towards the client; {@link Long#MAX_VALUE} for as fast as it goes
 * @param stalled nothing moves, nothing is lost: it arrives when this is over
 */
record Weather(Duration latency, long bytesPerSecond, boolean stalled) {
    static final Weather FAIR = new Weather(Duration.ZERO, Long.MAX_VALUE, false);

    Weather withLatency(Duration other) {
        return new Weather(other, bytesPerSecond, stalled);
    }

    Weather withBytesPerSecond(long other) {
        return new Weather(latency, other, stalled);
    }

    Weather withStalled(boolean other) {
        return new Weather(latency, bytesPerSecond, other);
    }
}
