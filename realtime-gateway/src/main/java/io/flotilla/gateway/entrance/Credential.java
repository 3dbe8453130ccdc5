package io.flotilla.gateway.entrance;

import io.flotilla.kit.secret.Secret;
import org.jspecify.annotations.Nullable;

/** What a client shows of itself, not yet looked at. Never printed. */
sealed interface Credential {
    /** Looks like a signed token. */
    record Token(Secret value) implements Credential {}

    record Ticket(Secret value) implements Credential {}

    record Cookie(Secret value, @Nullable String userAgent) implements Credential {}

    /** Something that can be none of ours. */
    record Unusable() implements Credential {}

    record None() implements Credential {}
}
