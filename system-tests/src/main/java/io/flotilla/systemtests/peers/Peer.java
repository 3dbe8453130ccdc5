package io.flotilla.systemtests.peers;

/** A client library. Thread-safe. */
public interface Peer extends AutoCloseable {
    /** Begins to connect; what comes of it is told to the socket. */
    PeerSocket open(Visit visit);

    /**
     * Whether it always tells of a disconnect that comes right after connecting. Python's may be busy waiting for the connect then, and
     * forgets, with the reference server too.
     */
    default boolean tellsOfAQuickEnd() {
        return true;
    }

    @Override
    void close();
}
