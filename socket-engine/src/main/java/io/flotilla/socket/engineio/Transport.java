package io.flotilla.socket.engineio;

/** A way to a client. On the session's event loop, but for {@link #pending}. */
sealed interface Transport permits Polling, Wire {
    /** Writes or keeps it; goes out with the next {@link #flush}. */
    void deliver(Delivery delivery);

    void flush();

    /** Bytes the network has not taken. From any thread. */
    long pending();
}
