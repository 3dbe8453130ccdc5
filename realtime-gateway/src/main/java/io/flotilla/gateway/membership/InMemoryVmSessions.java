package io.flotilla.gateway.membership;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** VM sessions without Redis, for tests. */
public final class InMemoryVmSessions implements VmSessions {
    private final Map<String, VmSession> sessions = new ConcurrentHashMap<>();

    public void put(String id, VmSession session) {
        sessions.put(id, session);
    }

    public void forget() {
        sessions.clear();
    }

    @Override
    public Optional<VmSession> find(String vmSessionId) {
        return Optional.ofNullable(sessions.get(vmSessionId));
    }
}
