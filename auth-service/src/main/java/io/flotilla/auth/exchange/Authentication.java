package io.flotilla.auth.exchange;

import io.flotilla.auth.account.Account;
import io.flotilla.auth.token.Token;
import java.time.Duration;
import java.time.Instant;

/** What looking at a credential came to. */
public sealed interface Authentication {
    /** It is this user's, as they are already signed in; nothing issued for it may outlive {@code until}. */
    record Authenticated(Token.User user, Instant until) implements Authentication {}

    /** It is this account's, whose user session has yet to be opened; the account as it was when the credential was looked at. */
    record Known(Account account, String method) implements Authentication {}

    /** It is somebody's whom another system vouches for; the account is found by that, or made. */
    record KnownElsewhere(Outsider who, String method) implements Authentication {}

    /** It is nobody's. The same for every kind of wrong, but for a session that was once right and has expired. */
    record Denied(Reason reason) implements Authentication {}

    /** Too many wrong ones came from there. */
    record Limited(Duration left) implements Authentication {}

    /** Nobody can say now. */
    record Away(String message) implements Authentication {}

    /** By the code that answers carry. */
    enum Reason {
        SESSION_REQUIRED,
        SESSION_EXPIRED,
        INVALID_CREDENTIALS
    }
}
