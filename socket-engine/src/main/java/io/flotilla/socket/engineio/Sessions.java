package io.flotilla.socket.engineio;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sessions by id, the closing ones that a client may still poll included. Thread-safe. */
final class Sessions {
    private final Map<String, Session> byId = new ConcurrentHashMap<>();

    void add(Session session) {
        byId.put(session.id(), session);
    }

    void remove(Session session) {
        byId.remove(session.id(), session);
    }

    @Nullable
    Session find(String id) {
        return byId.get(id);
    }

    /** A copy. */
    Collection<Session> open() {
        return List.copyOf(byId.values()).stream().filter(Session::isOpen).toList();
    }
}
