package io.flotilla.auth.grant;

import io.flotilla.auth.exchange.Authentication.Reason;
import io.flotilla.auth.token.SignedToken;
import io.flotilla.kit.secret.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an offer. */
sealed interface Grant {
    /** An access token, for programs with what gets the next one. */
    record Granted(SignedToken access, @Nullable Secret refresh) implements Grant {}

    /** The same for every kind of wrong. */
    record Denied(Reason reason) implements Grant {}

    /** Too many wrong ones came from there. */
    record Limited(Duration left) implements Grant {}

    /** Nobody can say now. */
    record Away(String message) implements Grant {}
}
