package io.flotilla.gateway.membership;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Memberships without Redis, for tests. */
public final class InMemoryMembers implements Members {
    private final Map<String, Map<String, Member>> lists = new ConcurrentHashMap<>();

    public void put(String vmId, String participantId, Member member) {
        lists.computeIfAbsent(vmId, id -> new ConcurrentHashMap<>()).put(participantId, member);
    }

    public void remove(String vmId, String participantId) {
        lists.computeIfPresent(vmId, (id, list) -> {
            list.remove(participantId);
            return list.isEmpty() ? null : list;
        });
    }

    @Override
    public Optional<Map<String, Member>> of(String vmId) {
        return Optional.ofNullable(lists.get(vmId)).map(Map::copyOf);
    }
}
