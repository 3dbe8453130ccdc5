package io.flotilla.session.usersession;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a user session ended; {@link #wire} is its name in messages, audit entries and the record. */
public enum SessionEnd {
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    PASSWORD_CHANGED,
    DISABLED,
    ROLES_CHANGED,
    TOKEN_REUSED,
    /** A new identity took the browser over. */
    SIGNED_IN,
    EXPIRED,
    /** The user opened more sessions than one may have. */
    DISPLACED,
    /** Another user agent showed the cookie. */
    ANOTHER_BROWSER,
    /** From the list of one's own sessions. */
    ENDED_BY_USER;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<SessionEnd> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(reason -> reason.wire().equals(wire))
                .findFirst();
    }

    /** For whoever shows the cookie afterwards. */
    public String message() {
        return switch (this) {
            case SIGNED_OUT, SIGNED_OUT_EVERYWHERE, ENDED_BY_USER -> "You were signed out";
            case PASSWORD_CHANGED -> "The password was changed; sign in again";
            case DISABLED -> "The account is disabled";
            case ROLES_CHANGED -> "The account's roles were changed; sign in again";
            case TOKEN_REUSED -> "The session was ended because one of its tokens was used twice";
            case SIGNED_IN -> "Somebody signed in with this browser";
            case EXPIRED -> "The session has expired";
            case DISPLACED -> "The session was displaced by a newer one: too many sessions at once";
            case ANOTHER_BROWSER -> "The session was ended because another browser used it";
        };
    }
}
