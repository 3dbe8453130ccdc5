package io.flotilla.session.limit;

/** How many distinct VM sessions count as full. */
public record Allowance(int perUser, int perAddress) {
    public Allowance {
        if (perUser < 1 || perAddress < 1) {
            throw new IllegalArgumentException("a limit below one leaves nobody in: " + perUser + ", " + perAddress);
        }
    }
}
