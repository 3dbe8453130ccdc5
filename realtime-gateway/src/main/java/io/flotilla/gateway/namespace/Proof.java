package io.flotilla.gateway.namespace;

import io.flotilla.kit.secret.Secret;
import org.jspecify.annotations.Nullable;

/** How somebody showed who they are. Never printed. */
public sealed interface Proof {
    /** The browser's cookie; it can be looked at again. */
    record Cookie(Secret value, @Nullable String userAgent) implements Proof {}

    /** A signed token, good until it ends. */
    record Token() implements Proof {}

    /** Used up by being shown. */
    record Ticket() implements Proof {}
}
