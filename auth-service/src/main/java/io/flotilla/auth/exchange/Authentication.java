package io.flotilla.auth.exchange;

import io.flotilla.auth.token.Token;
import java.time.Duration;
import java.time.Instant;

/** What looking at a credential came to. */
public sealed interface Authentication {
    /** It is this user's; nothing issued for it may outlive {@code until}. */
    record Authenticated(Token.User user, Instant until) implements Authentication {}

    /** It is nobody's. The same for every kind of wrong, but for a session that was once right and has expired. */
    record Denied(Reason reason) implements Authentication {}

    /** Too many wrong ones came from there. */
    record Limited(Duration left) implements Authentication {}

    /** Nobody can say now. */
    record Away(String message) implements Authentication {}

    /** By the code that answers carry. */
    enum Reason {
        SESSION_REQUIRED,
        SESSION_EXPIRED
    }
}
