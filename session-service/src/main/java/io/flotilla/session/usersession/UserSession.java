package io.flotilla.session.usersession;

import java.time.Instant;
import java.util.Set;

/**
 * One visit of one browser.
 *
 * @param handle public name of the session; opens nothing
 * @param group whose connections share state: all tabs of an anonymous browser
 * @param lastActivity the user's last act, to within the activity resolution
 */
public record UserSession(
        String handle, String userId, String group, Set<String> roles, Instant createdAt, Instant lastActivity) {
    public UserSession {
        roles = Set.copyOf(roles);
    }

    public static UserSession anonymous(String handle, String userId, Instant now) {
        return new UserSession(handle, userId, userId, Set.of("anonymous"), now, now);
    }
}
