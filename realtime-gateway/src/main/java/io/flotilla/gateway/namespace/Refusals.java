package io.flotilla.gateway.namespace;

import io.flotilla.gateway.protocol.Json;
import io.flotilla.socket.Namespace.Entry;

/** What a client that is not let in is told, where a namespace has no words of its own ({@code contracts/sockets.md}). Pure. */
public final class Refusals {
    private Refusals() {}

    /** {@code connect_error} with a message for people and a code for programs. */
    public static Entry.Refused of(Identity.Refused refused) {
        return of(refused.reason());
    }

    public static Entry.Refused of(Identity.Reason reason) {
        return switch (reason) {
            case MISSING -> refusal("Authentication required", "unauthorized");
            case INVALID -> refusal("Authentication failed", "unauthorized");
            case SESSION_OVER -> refusal("The session is over", "session-over");
            case TOO_MANY -> refusal("Too many connections", "too-many");
        };
    }

    /** Nobody can say now who it is. */
    public static Entry.Refused unknown() {
        return refusal("It cannot be checked now who you are; try again", "unavailable");
    }

    public static Entry.Refused refusal(String message, String code) {
        return new Entry.Refused(message, Json.object().put("code", code));
    }
}
