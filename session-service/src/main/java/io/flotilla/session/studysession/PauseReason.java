package io.flotilla.session.studysession;

import java.util.Locale;

/** Why a study session stands still. */
public enum PauseReason {
    USER,
    DISCONNECTED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PauseReason ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
