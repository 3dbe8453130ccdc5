package io.flotilla.systemtests.peers;

/** A client library. Thread-safe. */
public interface Peer extends AutoCloseable {
    /** Begins to connect; what comes of it is told to the socket. */
    PeerSocket open(Visit visit);

    /**
     * Whether it tells everything, in the order in which it came. Python's has a thread for each event and forgets a disconnect that
     * comes while it waits for the connect, with the reference server too.
     */
    default boolean isExact() {
        return true;
    }

    @Override
    void close();
}
