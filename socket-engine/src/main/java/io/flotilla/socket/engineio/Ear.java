package io.flotilla.socket.engineio;

import io.flotilla.socket.Namespace.Departure;

/** What a session's messages are said to. Called in order, on the session's event loop. */
public interface Ear {
    /** The first call. */
    default void opened() {}

    /** A text message, valid UTF-8: it begins at {@code from} and fills the rest. */
    void text(byte[] utf8, int from);

    void binary(byte[] bytes);

    /** The last call, exactly once. */
    void closed(Departure why);
}
