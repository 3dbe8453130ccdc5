package io.flotilla.auth.exchange;

import io.flotilla.kit.secret.Secret;
import org.jspecify.annotations.Nullable;

/** What somebody shows to be known by. A new kind of sign-in is a new record here and an {@link Authenticator} for it. */
public sealed interface Credential {
    /** The browser's cookie, and the browser as it names itself. */
    record Cookie(Secret value, @Nullable String userAgent) implements Credential {}

    /** An API key, and from where it came. */
    record ApiKey(Secret value, String clientAddress) implements Credential {}
}
