package io.flotilla.systemtests.wire;

import io.vertx.core.buffer.Buffer;

/** What happens to one socket. Called on its event loop, in order. */
public interface WireListener {
    /** The namespace let it in. */
    default void connected(WireSocket socket) {}

    /** An event, as JSON array {@code [name, …]} in UTF-8; the bytes are only good during the call. */
    void heard(WireSocket socket, Buffer bytes, int from, int to);

    /**
     * The last call; none when the namespace never let it in.
     *
     * @param code of the close frame; 1006 when there was none; 0 when the server took it out of the namespace
     */
    default void over(WireSocket socket, int code) {}
}
