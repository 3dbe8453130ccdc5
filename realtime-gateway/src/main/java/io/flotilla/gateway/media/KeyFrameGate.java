package io.flotilla.gateway.media;

import java.time.Duration;
import java.util.OptionalLong;

/** At most one wish for a key frame per interval reaches the encoder; a wish too soon is deferred, never dropped. No clock of its own. */
final class KeyFrameGate {
    private final long intervalMs;
    private long lastMs;
    private boolean asked;
    private boolean planned;

    KeyFrameGate(Duration interval) {
        this.intervalMs = interval.toMillis();
    }

    /** How many ms from now the wish is to be passed on ({@link #passed}); empty when an earlier wish that still waits will do. */
    OptionalLong ask(long nowMs) {
        if (planned) {
            return OptionalLong.empty();
        }
        planned = true;
        return OptionalLong.of(asked ? Math.max(0, lastMs + intervalMs - nowMs) : 0);
    }

    void passed(long nowMs) {
        planned = false;
        asked = true;
        lastMs = nowMs;
    }
}
