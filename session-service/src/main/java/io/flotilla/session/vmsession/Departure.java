package io.flotilla.session.vmsession;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** The end of a stay. */
public record Departure(Instant at, Way way) {
    /** How it ended; {@link #wire} is its name in the record and in what the gateway is told. */
    public enum Way {
        LEFT,
        KICKED,
        BANNED,
        /** The VM session was over. */
        ENDED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The way of that name; what we do not know is somebody who is out all the same. */
        static Way ofWire(String wire) {
            return Arrays.stream(values())
                    .filter(way -> way.wire().equals(wire))
                    .findFirst()
                    .orElse(LEFT);
        }
    }
}
