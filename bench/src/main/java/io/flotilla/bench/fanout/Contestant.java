package io.flotilla.bench.fanout;

import io.flotilla.systemtests.wire.Entrance;
import java.util.List;

/** A server with one room, on one node or several, ready to be entered. */
interface Contestant extends AutoCloseable {
    String name();

    int nodes();

    /** Where and as whom a member of the room comes; members are spread over the first {@code nodes} nodes. */
    Entrance member(int number, int nodes);

    /** Where and as whom somebody comes who only stays connected. */
    Entrance idler(int number);

    /** Argument of the {@code join} event. */
    String join();

    /** Has an event sent to everyone of the room by the first node's HTTP door; returns at once. */
    void broadcast(String text);

    /** Argument of the {@code chat.send} event. */
    default String message(String id, String text) {
        return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}";
    }

    /** The processes that hold the sockets, by node. */
    List<Long> holders(int nodes);

    @Override
    void close();
}
