package io.flotilla.socket.engineio;

import io.flotilla.socket.loop.Lane;
import io.flotilla.socket.payload.Delivery;

/** A way to a client. On the session's event loop, but for {@link #pending}. */
sealed interface Transport extends Lane.Flushing permits Polling, Wire {
    /** Writes or keeps it; goes out with the next flush. */
    void deliver(Delivery delivery);

    /** Bytes the network has not taken. From any thread. */
    long pending();
}
