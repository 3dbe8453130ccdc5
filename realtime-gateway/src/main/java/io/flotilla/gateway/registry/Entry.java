package io.flotilla.gateway.registry;

import io.flotilla.gateway.namespace.Identified;
import io.flotilla.socket.Socket;
import java.util.Set;

/**
 * One registered socket.
 *
 * @param rooms a copy
 */
public record Entry(Socket socket, Identified who, Set<String> rooms) {
    public Entry {
        rooms = Set.copyOf(rooms);
    }
}
