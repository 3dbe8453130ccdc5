package io.flotilla.auth.exchange;

import io.flotilla.kit.secret.Secret;
import org.jspecify.annotations.Nullable;

/** What somebody shows to be known by. A new kind of sign-in is a new record here and an {@link Authenticator} for it. */
public sealed interface Credential {
    /** The browser's cookie, and the browser as it names itself. */
    record Cookie(Secret value, @Nullable String userAgent) implements Credential {}

    /** An API key, and from where it came. */
    record ApiKey(Secret value, String clientAddress) implements Credential {}

    /**
     * A name (or e-mail address) and password, as HTTP Basic and sign-in forms have them.
     *
     * @param device what the browser keeps of an earlier sign-in, if it is one
     */
    record Password(
            String name,
            Secret password,
            String clientAddress,
            @Nullable Secret device) implements Credential {}

    /** A token of an issuer elsewhere that says who its holder is (RFC 7523). */
    record Assertion(Secret jwt, String clientAddress) implements Credential {}

    /** Whatever else stands in {@code Authorization}: for an {@link Authenticator} of the operator's own. The scheme is in lower case. */
    record Custom(String scheme, Secret value, String clientAddress) implements Credential {}
}
