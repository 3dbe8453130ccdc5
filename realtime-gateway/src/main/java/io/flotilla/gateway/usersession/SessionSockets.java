package io.flotilla.gateway.usersession;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who listens on this node, by user. Thread-safe; answers are copies. */
@Singleton
final class SessionSockets {
    private final Map<String, Set<SessionSocket>> byUser = new HashMap<>();

    synchronized void add(SessionSocket socket) {
        byUser.computeIfAbsent(socket.userId(), id -> new LinkedHashSet<>()).add(socket);
    }

    synchronized void remove(SessionSocket socket) {
        byUser.computeIfPresent(socket.userId(), (id, here) -> {
            here.remove(socket);
            return here.isEmpty() ? null : here;
        });
    }

    synchronized List<SessionSocket> of(String userId) {
        return List.copyOf(byUser.getOrDefault(userId, Set.of()));
    }

    synchronized List<SessionSocket> all() {
        return byUser.values().stream().flatMap(Set::stream).toList();
    }
}
