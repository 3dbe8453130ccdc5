package io.flotilla.gateway.namespace;

import io.flotilla.gateway.protocol.CloseCode;
import java.time.Duration;

/** What a namespace has to say to a socket whose time is over. Called on the socket's event loop, at most once; must not block. */
@FunctionalInterface
public interface LastWords {
    void say(CloseCode why);

    /** How long they are waited for, for a reason that may be on its way; meanwhile the socket still hears, but no event of it is taken. */
    default Duration pause() {
        return Duration.ZERO;
    }
}
