package io.flotilla.vmbroker.input;

/** Gathers the CSS px of wheels and track pads into the notches an X pointer has; what is left over waits for the next. */
public final class Wheel {
    /** How far a page scrolls for one notch. */
    static final double NOTCH_PX = 120;
    /** One gesture cannot scroll further than this at once. */
    static final int MOST_NOTCHES = 30;

    private double left;
    private double lastPx;

    /** Notches now due: positive is down or right. */
    public int turn(double px) {
        if (px == 0) {
            return 0;
        }
        if (lastPx != 0 && Math.signum(lastPx) != Math.signum(px)) {
            left = 0;
        }
        lastPx = px;
        left += px;
        // Half a notch turns already, or small movements of a finger would not show at all.
        var notches = (int) Math.round(left / NOTCH_PX);
        left -= notches * NOTCH_PX;
        return Math.clamp(notches, -MOST_NOTCHES, MOST_NOTCHES);
    }
}
