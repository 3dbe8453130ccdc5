package io.flotilla.session.vmsession;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How the people of a VM session take turns at typing and clicking. Who holds control just now is the gateway's business.
 *
 * @param turnSeconds how long a turn lasts where turns are timed
 */
public record Control(Mode mode, int turnSeconds) {
    public static final int SHORTEST_TURN = 10;
    public static final int LONGEST_TURN = 3600;

    /** Who does not say otherwise lets everybody have a go. */
    public static final Control AT_FIRST = new Control(Mode.FREE, 60);

    /** {@link #wire} is its name in the record and in messages. */
    public enum Mode {
        /** Everybody whose role allows it, at once. */
        FREE,
        /** One at a time, until they release it or it is taken. */
        SINGLE,
        /** One at a time, in the order of asking, for a turn each. */
        QUEUED,
        /** As single, and nobody while the owner is away. */
        SUPERVISED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Mode> ofWire(String wire) {
            return Arrays.stream(values())
                    .filter(mode -> mode.wire().equals(wire))
                    .findFirst();
        }
    }
}
