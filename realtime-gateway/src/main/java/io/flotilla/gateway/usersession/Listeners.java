package io.flotilla.gateway.usersession;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who listens on this node, by user. Thread-safe; answers are copies. */
@Singleton
final class Listeners {
    private final Map<String, Set<Listener>> byUser = new HashMap<>();

    synchronized void add(Listener listener) {
        byUser.computeIfAbsent(listener.visitor().userId(), id -> new LinkedHashSet<>())
                .add(listener);
    }

    synchronized void remove(Listener listener) {
        byUser.computeIfPresent(listener.visitor().userId(), (id, here) -> {
            here.remove(listener);
            return here.isEmpty() ? null : here;
        });
    }

    synchronized List<Listener> of(String userId) {
        return List.copyOf(byUser.getOrDefault(userId, Set.of()));
    }

    synchronized List<Listener> all() {
        return byUser.values().stream().flatMap(Set::stream).toList();
    }
}
