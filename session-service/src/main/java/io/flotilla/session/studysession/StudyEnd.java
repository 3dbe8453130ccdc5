package io.flotilla.session.studysession;

import java.util.Locale;

/** Why a study session is over. */
public enum StudyEnd {
    /** Its owner said so. */
    ENDED,
    /** It ran as long as was planned. */
    COMPLETED,
    /** It was paused, and its owner started another. */
    REPLACED,
    /** It was paused, and nobody came back. */
    ABANDONED,
    /** It ran for longer than anybody studies. */
    TOO_LONG,
    /** A visitor signed in to an account that had one under way. */
    SIGNED_IN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static StudyEnd ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
