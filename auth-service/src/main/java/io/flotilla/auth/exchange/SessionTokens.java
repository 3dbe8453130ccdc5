package io.flotilla.auth.exchange;

import io.flotilla.auth.token.Token;
import java.time.Instant;
import java.util.Optional;

/** What a user's token says of a session; pure. */
public final class SessionTokens {
    private SessionTokens() {}

    /** Empty for a session with less than a second left: the token would be over before it is used. */
    public static Optional<Token.User> of(UserSessions.Resolution.Vouched session, Instant now) {
        return session.expiresAt().isAfter(now.plusSeconds(1))
                ? Optional.of(new Token.User(
                        session.userId(),
                        session.sessionId(),
                        session.group(),
                        session.roles(),
                        session.csrfHash(),
                        null))
                : Optional.empty();
    }
}
