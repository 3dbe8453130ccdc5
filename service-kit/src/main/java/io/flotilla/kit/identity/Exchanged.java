package io.flotilla.kit.identity;

import io.flotilla.kit.secret.Secret;

/** What handing a credential to auth-service came to. */
public sealed interface Exchanged {
    /** A user's token. */
    record Token(Secret jwt) implements Exchanged {}

    /** The credential opens nothing; the code says why ({@code SESSION_REQUIRED}, {@code SESSION_EXPIRED}). */
    record Refused(String code) implements Exchanged {}

    /** Too many wrong credentials came from there. */
    record Limited(long retryAfterSeconds) implements Exchanged {}

    /** Nobody could say. */
    record Away(String reason) implements Exchanged {}
}
