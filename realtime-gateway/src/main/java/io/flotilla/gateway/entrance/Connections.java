package io.flotilla.gateway.entrance;

import io.flotilla.socket.Handshake;
import jakarta.inject.Singleton;
import java.util.IdentityHashMap;
import java.util.Optional;

/** What is remembered of each open connection, by the very handshake it began with. Thread-safe. */
@Singleton
final class Connections {
    private final IdentityHashMap<Handshake, Connection> open = new IdentityHashMap<>();

    synchronized void add(Handshake handshake, Connection connection) {
        open.put(handshake, connection);
    }

    synchronized Optional<Connection> of(Handshake handshake) {
        return Optional.ofNullable(open.get(handshake));
    }

    synchronized void remove(Handshake handshake) {
        open.remove(handshake);
    }

    synchronized int size() {
        return open.size();
    }
}
