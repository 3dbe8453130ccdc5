package io.flotilla.gateway.socket;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All sockets of this node, and which of them a user session stands behind. Thread-safe; answers are copies. */
@Singleton
final class OpenSockets {
    private final Set<OpenSocket> all = new LinkedHashSet<>();
    private final Map<String, Set<OpenSocket>> bySession = new HashMap<>();

    synchronized void add(OpenSocket socket) {
        all.add(socket);
        var session = socket.sessionId();
        if (session != null) {
            bySession.computeIfAbsent(session, id -> new LinkedHashSet<>()).add(socket);
        }
    }

    synchronized void remove(OpenSocket socket) {
        all.remove(socket);
        var session = socket.sessionId();
        if (session != null) {
            bySession.computeIfPresent(session, (id, here) -> {
                here.remove(socket);
                return here.isEmpty() ? null : here;
            });
        }
    }

    synchronized List<OpenSocket> all() {
        return List.copyOf(all);
    }

    synchronized List<OpenSocket> behind(String sessionId) {
        return List.copyOf(bySession.getOrDefault(sessionId, Set.of()));
    }
}
