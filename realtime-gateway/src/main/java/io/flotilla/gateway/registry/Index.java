package io.flotilla.gateway.registry;

import io.flotilla.socket.Socket;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Sockets by something they have in common; forgets what nobody has any more. Not thread-safe. */
final class Index<K> {
    private final Map<K, Set<Socket>> sockets = new HashMap<>();

    void add(K key, Socket socket) {
        sockets.computeIfAbsent(key, missing -> new LinkedHashSet<>()).add(socket);
    }

    void remove(K key, Socket socket) {
        sockets.computeIfPresent(key, (same, here) -> {
            here.remove(socket);
            return here.isEmpty() ? null : here;
        });
    }

    /** Not a copy. */
    Set<Socket> of(K key) {
        return sockets.getOrDefault(key, Set.of());
    }

    /** A copy. */
    Set<K> keys() {
        return Set.copyOf(sockets.keySet());
    }

    int size() {
        return sockets.size();
    }

    Map<K, Integer> sizes() {
        var sizes = new HashMap<K, Integer>();
        sockets.forEach((key, here) -> sizes.put(key, here.size()));
        return sizes;
    }
}
