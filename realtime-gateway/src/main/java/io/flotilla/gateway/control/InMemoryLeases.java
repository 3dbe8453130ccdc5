package io.flotilla.gateway.control;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Within one process, for tests. Thread-safe. */
public final class InMemoryLeases implements Leases {
    private final Map<String, Control> leases = new HashMap<>();

    @Override
    public synchronized Optional<Control> of(String room) {
        return Optional.ofNullable(leases.get(room));
    }

    @Override
    public synchronized boolean replace(String room, Optional<Control> before, Control after) {
        if (!of(room).map(Control::version).equals(before.map(Control::version))) {
            return false;
        }
        leases.put(room, after);
        return true;
    }
}
