package io.flotilla.gateway.socket;

/** So many messages a second, with two seconds' worth in hand: a stalled network delivers what it held back all at once. No clock of its own. */
public final class TokenBucket {
    private final double perMs;
    private final double capacity;
    private double tokens;
    private long lastMs;

    public TokenBucket(int perSecond, long nowMs) {
        this.perMs = perSecond / 1000.0;
        this.capacity = 2.0 * perSecond;
        this.tokens = capacity;
        this.lastMs = nowMs;
    }

    /** False when the sender has used up what it may send. */
    public boolean take(long nowMs) {
        tokens = Math.min(capacity, tokens + (nowMs - lastMs) * perMs);
        lastMs = nowMs;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
