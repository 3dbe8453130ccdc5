package io.flotilla.gateway.control;

import java.util.Locale;

/** How control is given. */
public enum Mode {
    FREE,
    SINGLE,
    QUEUED,
    SUPERVISED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whoever wrote a word that is none has a newer gateway in mind: the strictest is meant until this one knows better. */
    public static Mode of(String word) {
        for (var mode : values()) {
            if (mode.word().equals(word)) {
                return mode;
            }
        }
        return SUPERVISED;
    }

    /** Whether whoever waits follows by itself when control is free. */
    boolean passesOn() {
        return this == SINGLE || this == QUEUED;
    }
}
