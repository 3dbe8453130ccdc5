package io.flotilla.socket;

import io.flotilla.socket.socketio.LoopRoom;
import java.util.List;
import java.util.function.Predicate;

/**
 * Sockets of this process that hear the same things. Members are kept by event loop, so that one event costs one task a loop, not one a
 * socket. Thread-safe. Adding twice counts once; whoever adds also removes, when the socket is gone.
 */
public interface Room {
    static Room empty() {
        return new LoopRoom();
    }

    /** False when it was there before. */
    boolean add(Socket socket);

    /** False when it was not there. */
    boolean remove(Socket socket);

    int size();

    /** A copy. */
    List<Socket> sockets();

    /** To all, in the same order for every member as this is called. One dead or slow client delays nobody. */
    void emit(Outgoing event);

    /** To those who pass; the filter runs on event loops and must not block. */
    void emit(Outgoing event, Predicate<Socket> to);

    /** As {@link #emit(Outgoing)}, but those who are behind do without. */
    void emitVolatile(Outgoing event, Predicate<Socket> to);
}
