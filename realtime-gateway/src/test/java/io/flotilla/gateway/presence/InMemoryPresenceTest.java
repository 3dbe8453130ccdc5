package io.flotilla.gateway.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class InMemoryPresenceTest extends PresenceContract {
    private Instant now = Instant.EPOCH;
    private final InMemoryPresence presence = new InMemoryPresence(() -> now);
    private final Map<String, Presence> nodes = new HashMap<>();
    private final List<String> told = new ArrayList<>();

    @Override
    Presence node(String name) {
        var node = presence.node(name, told::add);
        nodes.put(name, node);
        node.alive();
        return node;
    }

    @Override
    void dies(String name) {
        now = now.plus(Duration.ofSeconds(15));
        nodes.forEach((other, node) -> {
            if (!other.equals(name)) {
                node.alive();
            }
        });
    }

    @Override
    long told(String vmId) {
        return told.stream().filter(vmId::equals).count();
    }
}
