package io.flotilla.gateway.roomlog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a room's order. Offsets of one epoch count without gaps; of different epochs they have nothing to do with one another.
 *
 * @param offset of the newest entry that is behind this place; 0: none is
 */
public record Position(String epoch, long offset) {
    private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9-]{1,64}):(\\d{1,15})");

    public static Optional<Position> of(String written) {
        var match = WRITTEN.matcher(written);
        return match.matches()
                ? Optional.of(new Position(match.group(1), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    /** Whether nothing lies between. */
    public boolean follows(Position before) {
        return epoch.equals(before.epoch) && offset == before.offset + 1;
    }

    public boolean isBehind(Position other) {
        return epoch.equals(other.epoch) && offset < other.offset;
    }

    /** As clients and channels carry it. */
    @Override
    public String toString() {
        return epoch + ":" + offset;
    }
}
