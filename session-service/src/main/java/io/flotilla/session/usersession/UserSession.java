package io.flotilla.session.usersession;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one browser, or of one client without cookies.
 *
 * @param handle public name of the session; opens nothing
 * @param opening how it was opened
 * @param lastActivity the user's last act, to within the activity resolution
 * @param browser what was last seen of whoever uses it
 * @param ending null while nobody ended it; it may have expired all the same
 */
public record UserSession(
        String handle,
        Holder holder,
        Opening opening,
        Instant lastActivity,
        Browser browser,
        @Nullable Ending ending) {
    /**
     * How a session was opened.
     *
     * @param method {@code anonymous}, or how the user signed in
     * @param cookieless whether it has no cookie: a client holds tokens instead
     * @param csrfHash base64url SHA-256 of its CSRF token; null for one without a cookie
     */
    public record Opening(
            Instant at,
            String method,
            boolean cookieless,
            @Nullable String csrfHash) {}

    /** When and why it was ended. */
    public record Ending(Instant at, SessionEnd why) {}

    /** Without any activity but its opening. */
    public static UserSession opened(String handle, Holder holder, Opening opening, Browser browser) {
        return new UserSession(handle, holder, opening, opening.at(), browser, null);
    }

    public String userId() {
        return holder.userId();
    }

    public String group() {
        return holder.group();
    }

    public Set<String> roles() {
        return holder.roles();
    }

    public Instant createdAt() {
        return opening.at();
    }

    public Optional<SessionEnd> ended() {
        return Optional.ofNullable(ending).map(Ending::why);
    }

    public UserSession active(Instant at) {
        return new UserSession(handle, holder, opening, at, browser, ending);
    }

    public UserSession seen(Browser now) {
        return new UserSession(handle, holder, opening, lastActivity, now, ending);
    }

    public UserSession over(Ending how) {
        return new UserSession(handle, holder, opening, lastActivity, browser, how);
    }
}
