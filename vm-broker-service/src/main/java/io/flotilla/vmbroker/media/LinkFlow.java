package io.flotilla.vmbroker.media;

import java.time.Duration;
import java.time.Instant;

/**
 * What one gateway node gets when it takes less than it is sent: over its window the picture skips to a key frame and sound pauses,
 * over the limit or stuck for too long it is closed. Guarded by its owner's lock.
 */
public final class LinkFlow {
    /**
     * How much may wait for one node.
     *
     * @param window bytes that may wait before the picture skips
     * @param limit bytes that may wait at all
     */
    public record Limits(int window, int limit, Duration stuckAfter) {}

    enum Verdict {
        SEND,
        SKIP,
        /** Not this one; but there is room again, so a key frame is worth asking for. */
        SKIP_AND_ASK,
        CLOSE
    }

    private final Limits limits;
    private boolean awaitsKey = true;
    private long takenBefore = -1;
    private Instant movedAt;

    LinkFlow(Limits limits, Instant now) {
        this.limits = limits;
        this.movedAt = now;
    }

    /**
     * @param queued bytes handed to the socket and not yet taken
     * @param taken bytes taken since it opened
     */
    Verdict offer(MediaHeader header, long queued, long taken, Instant now) {
        if (mustClose(queued, taken, now)) {
            return Verdict.CLOSE;
        }
        return switch (header.kind()) {
            case MediaHeader.VIDEO -> video(header, queued);
            case MediaHeader.AUDIO -> queued > limits.window() ? Verdict.SKIP : Verdict.SEND;
            default -> Verdict.SEND;
        };
    }

    /** Whether nothing more should be put into this socket. */
    boolean mustClose(long queued, long taken, Instant now) {
        if (queued == 0 || taken != takenBefore) {
            takenBefore = taken;
            movedAt = now;
        }
        return queued > limits.limit() || !movedAt.plus(limits.stuckAfter()).isAfter(now);
    }

    private Verdict video(MediaHeader header, long queued) {
        if (queued > limits.window()) {
            awaitsKey = true;
            return Verdict.SKIP;
        }
        if (!awaitsKey) {
            return Verdict.SEND;
        }
        if (header.key()) {
            awaitsKey = false;
            return Verdict.SEND;
        }
        return queued <= limits.window() / 4 ? Verdict.SKIP_AND_ASK : Verdict.SKIP;
    }
}
