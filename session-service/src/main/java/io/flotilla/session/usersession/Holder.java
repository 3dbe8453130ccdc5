package io.flotilla.session.usersession;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose a user session is, as known when it was opened.
 *
 * @param group whose connections share state: all tabs of an anonymous browser, all devices of a user
 * @param username null for anonymous visitors
 */
public record Holder(
        String userId,
        String group,
        Set<String> roles,
        @Nullable String username,
        @Nullable String email) {
    public Holder {
        roles = Set.copyOf(roles);
    }

    /** A visitor without an account, known by the browser alone. */
    public static Holder visitor(String userId, String role) {
        return new Holder(userId, userId, Set.of(role), null, null);
    }

    public static Holder account(String userId, Set<String> roles, @Nullable String username, @Nullable String email) {
        return new Holder(userId, userId, roles, username, email);
    }

    /** Whether this is nobody's account: an anonymous visitor, or one who may only sign in. */
    public boolean isVisitor() {
        return roles.equals(Set.of("anonymous")) || roles.equals(Set.of("pending"));
    }
}
