package io.flotilla.session.usersession;

import java.time.Instant;
import java.util.Set;

/** User sessions for tests. */
public final class UserSessionFixtures {
    public static final String AGENT =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";

    private UserSessionFixtures() {}

    public static UserSession visitor(String handle, Instant at) {
        return UserSession.opened(
                handle,
                Holder.visitor("user-of-" + handle, "anonymous"),
                new UserSession.Opening(at, "anonymous", false, "csrf-hash"),
                Browser.of(AGENT, "en", "192.0.2.1"));
    }

    public static UserSession account(String handle, String userId, boolean cookieless, Instant at) {
        return UserSession.opened(
                handle,
                Holder.account(userId, Set.of("user"), "Ada", "ada@example.org"),
                new UserSession.Opening(at, "password", cookieless, cookieless ? null : "csrf-hash"),
                Browser.of(AGENT, "en", "192.0.2.1"));
    }
}
