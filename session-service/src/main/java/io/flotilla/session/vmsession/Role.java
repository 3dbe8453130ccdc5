package io.flotilla.session.vmsession;

import java.util.Locale;

/** What a participant may do; {@link #wire} is its name in tokens, messages and the record. */
public enum Role {
    OWNER,
    /** Sees, hears, types and clicks. */
    CONTROLLER,
    /** Sees and hears. */
    VIEWER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
