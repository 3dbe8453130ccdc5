package io.flotilla.auth.signin;

import io.flotilla.auth.account.Accounts;
import java.util.Locale;

/** Why this service ends user sessions; {@code contracts/internal-rest.md} has the words. */
public enum EndReason {
    SIGNED_OUT,
    SIGNED_OUT_EVERYWHERE,
    PASSWORD_CHANGED,
    DISABLED,
    ROLES_CHANGED,
    TOKEN_REUSED;

    static EndReason of(Accounts.Why why) {
        return switch (why) {
            case PASSWORD_CHANGED -> PASSWORD_CHANGED;
            case DISABLED -> DISABLED;
            case ROLES_CHANGED -> ROLES_CHANGED;
        };
    }

    /** As session-service reads it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
