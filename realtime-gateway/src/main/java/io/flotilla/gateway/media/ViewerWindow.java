package io.flotilla.gateway.media;

/**
 * Decides, frame by frame, what one viewer gets, by how many bytes are on their way to it unacknowledged. Counting acknowledged bytes
 * rather than looking at the socket is the point: kernels and proxies hide seconds of queue.
 *
 * <pre>
 * in flight   0 ────── ¼ ── ⅓ ─────────── 1 ─────────── 1½
 * upper layers  sent      │ left out up to the next base frame
 * base layer    sent                      │ nothing until ¼ is left, then from a key frame on
 * sound         sent                                      │ cut
 * </pre>
 *
 * Not thread-safe; no clock.
 */
final class ViewerWindow {
    /** What becomes of a frame. */
    enum Verdict {
        SEND,
        DROP_LAYER,
        SKIP_TO_KEY,
        HIDDEN,
        CUT_SOUND
    }

    private long sent;
    private long acked;
    private boolean needsKey = true;
    private boolean onItsWay;
    private boolean overflowed;
    private boolean upperLeftOut;
    private boolean visible = true;

    /** Decides and, when the verdict is to send, counts the bytes as on their way. */
    Verdict on(MediaMessage message, long window) {
        var verdict =
                switch (message.kind()) {
                    case VIDEO_CONFIG -> newDecoder();
                    case AUDIO_CONFIG -> Verdict.SEND;
                    case AUDIO -> inFlight() > window + window / 2 ? Verdict.CUT_SOUND : Verdict.SEND;
                    case STILL -> still(window);
                    case VIDEO -> video(message, window);
                };
        if (verdict == Verdict.SEND) {
            sent += message.size();
        }
        return verdict;
    }

    /**
     * Takes the viewer's word for what it has drawn.
     *
     * @return false when it claims more than was sent: the protocol is broken
     */
    boolean acked(long total, long window) {
        if (total > sent) {
            return false;
        }
        acked = Math.max(acked, total);
        settle(window);
        return true;
    }

    /** A viewer that looks away gets no picture; when it looks again it starts at a key frame. */
    void visible(boolean now) {
        if (!now) {
            startOver();
        }
        visible = now;
    }

    /** The decoder or the stream starts anew. */
    void startOver() {
        needsKey = true;
        onItsWay = false;
    }

    /** Whether only a key frame helps this viewer, and there is room for one. */
    boolean needsKey() {
        return visible && needsKey && !overflowed;
    }

    /** Whether one has to be asked for: behind a new config one comes by itself. */
    boolean wantsKey() {
        return needsKey() && !onItsWay;
    }

    boolean isOver() {
        return overflowed;
    }

    boolean isUnderPressure(long window) {
        return overflowed || inFlight() > window / 3;
    }

    long inFlight() {
        return sent - acked;
    }

    private Verdict newDecoder() {
        needsKey = true;
        onItsWay = true;
        return Verdict.SEND;
    }

    private Verdict still(long window) {
        if (!visible) {
            return Verdict.HIDDEN;
        }
        return hasRoom(window) ? Verdict.SEND : Verdict.SKIP_TO_KEY;
    }

    private Verdict video(MediaMessage frame, long window) {
        if (!visible) {
            return Verdict.HIDDEN;
        }
        if (!hasRoom(window) || (needsKey && !frame.isKey())) {
            startOver();
            return Verdict.SKIP_TO_KEY;
        }
        needsKey = false;
        if (frame.layer() == 0) {
            upperLeftOut = false;
            return Verdict.SEND;
        }
        // An upper frame may lean on the upper frame before it: once one is missing, the rest of that group is
        // worthless.
        upperLeftOut = upperLeftOut || inFlight() > window / 3;
        return upperLeftOut ? Verdict.DROP_LAYER : Verdict.SEND;
    }

    private boolean hasRoom(long window) {
        settle(window);
        if (inFlight() > window) {
            overflowed = true;
        }
        return !overflowed;
    }

    private void settle(long window) {
        if (overflowed && inFlight() <= window / 4) {
            overflowed = false;
        }
    }
}
