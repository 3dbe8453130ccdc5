package io.flotilla.gateway.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is connected to this node, by VM. Thread-safe; answers are copies. */
final class Attendances {
    private final Map<String, Map<String, Attendance>> byVm = new HashMap<>();

    /** Also replaces what an earlier call said of the same connection. */
    synchronized void put(String vmId, Attendance attendance) {
        byVm.computeIfAbsent(vmId, id -> new LinkedHashMap<>()).put(attendance.connectionId(), attendance);
    }

    synchronized void remove(String vmId, String connectionId) {
        byVm.computeIfPresent(vmId, (id, here) -> {
            here.remove(connectionId);
            return here.isEmpty() ? null : here;
        });
    }

    synchronized List<Attendance> at(String vmId) {
        return new ArrayList<>(byVm.getOrDefault(vmId, Map.of()).values());
    }

    synchronized Set<String> vms() {
        return Set.copyOf(byVm.keySet());
    }
}
