package io.flotilla.gateway.protocol;

import java.util.Locale;
import java.util.Optional;

/** A participant's role in a VM session. */
public enum Role {
    OWNER,
    CONTROLLER,
    VIEWER;

    public boolean mayControl() {
        return this != VIEWER;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        for (var role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
