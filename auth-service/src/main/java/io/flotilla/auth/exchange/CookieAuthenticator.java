package io.flotilla.auth.exchange;

import io.flotilla.auth.exchange.Authentication.Reason;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Knows users by their browser's cookie, anonymous ones too: session-service vouches. */
@Singleton
public final class CookieAuthenticator implements Authenticator {
    private static final int LONGEST = 512;

    private final UserSessions sessions;
    private final InstantSource clock;

    public CookieAuthenticator(UserSessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public boolean understands(Credential credential) {
        return credential instanceof Credential.Cookie;
    }

    @Override
    public Authentication authenticate(Credential credential) {
        var cookie = (Credential.Cookie) credential;
        int length = cookie.value().reveal().length();
        if (length == 0 || length > LONGEST) {
            return new Authentication.Denied(Reason.SESSION_REQUIRED);
        }
        return switch (sessions.resolve(cookie.value(), cookie.userAgent())) {
            case UserSessions.Resolution.Unknown(var reason) -> new Authentication.Denied(reason);
            case UserSessions.Resolution.Vouched session -> vouched(session);
        };
    }

    private Authentication vouched(UserSessions.Resolution.Vouched session) {
        return SessionTokens.of(session, clock.instant())
                .<Authentication>map(user -> new Authentication.Authenticated(user, session.expiresAt()))
                .orElseGet(() -> new Authentication.Denied(Reason.SESSION_EXPIRED));
    }
}
