package io.flotilla.vmbroker.media;

import java.time.Duration;
import java.time.Instant;

/** Many wishes for a key frame become few requests: at most one in half a second, and none is forgotten. Guarded by its owner's lock. */
final class KeyFrameGate {
    static final Duration APART = Duration.ofMillis(500);

    /** What to do about one more wish. */
    sealed interface Answer {
        record AskNow() implements Answer {}

        record AskIn(Duration delay) implements Answer {}

        /** One is asked for soon anyway. */
        record AlreadyComing() implements Answer {}
    }

    private Instant lastAsked = Instant.EPOCH;
    private boolean deferred;

    Answer want(Instant now) {
        if (deferred) {
            return new Answer.AlreadyComing();
        }
        var free = lastAsked.plus(APART);
        if (free.isAfter(now)) {
            deferred = true;
            return new Answer.AskIn(Duration.between(now, free));
        }
        lastAsked = now;
        return new Answer.AskNow();
    }

    /** A deferred request is sent now. */
    void deferralOver(Instant now) {
        deferred = false;
        lastAsked = now;
    }
}
