package io.flotilla.session.suspicion;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A reason to suspect a user session; {@link #wire} is its name in answers and audit entries. */
enum Suspicion {
    MANY_SWITCHES_IN_MINUTES,
    MANY_SWITCHES_A_DAY,
    MANY_SESSIONS_A_DAY;

    private static final int SWITCHES_IN_MINUTES = 5;
    private static final int SWITCHES_A_DAY = 10;
    private static final int SESSIONS_A_DAY = 5;

    /**
     * What a user did lately.
     *
     * @param switchesInMinutes of the platform, in the last five minutes
     * @param switchesADay of the platform, in the last day
     * @param sessionsADay opened in browsers, in the last day
     */
    record Acts(int switchesInMinutes, int switchesADay, int sessionsADay) {}

    /** Pure; that many are fine, one more is not. */
    static Set<Suspicion> of(Acts acts) {
        var found = EnumSet.noneOf(Suspicion.class);
        if (acts.switchesInMinutes() > SWITCHES_IN_MINUTES) {
            found.add(MANY_SWITCHES_IN_MINUTES);
        }
        if (acts.switchesADay() > SWITCHES_A_DAY) {
            found.add(MANY_SWITCHES_A_DAY);
        }
        if (acts.sessionsADay() > SESSIONS_A_DAY) {
            found.add(MANY_SESSIONS_A_DAY);
        }
        return found;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
