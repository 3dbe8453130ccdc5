package io.flotilla.auth.signin;

import java.util.Locale;

/** Why this service ends user sessions; {@code contracts/internal-rest.md} has the words. */
public enum EndReason {
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    PASSWORD_CHANGED,
    DISABLED,
    ROLES_CHANGED,
    TOKEN_REUSED;

    /** As session-service reads it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
