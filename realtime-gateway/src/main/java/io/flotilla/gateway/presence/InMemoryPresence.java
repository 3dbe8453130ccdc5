package io.flotilla.gateway.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Presence of several nodes within one process, for tests. Thread-safe. */
public final class InMemoryPresence {
    private static final Duration LIFE = Duration.ofSeconds(15);

    private final InstantSource clock;
    private final Map<String, Instant> alive = new HashMap<>();
    private final Map<String, Map<String, List<Attendance>>> byVmAndNode = new HashMap<>();

    public InMemoryPresence(InstantSource clock) {
        this.clock = clock;
    }

    /** One node's view; changed is told a VM's id when this node's announcement changed it. */
    public Presence node(String name, Consumer<String> changed) {
        return new Node(name, changed);
    }

    private final class Node implements Presence {
        private final String name;
        private final Consumer<String> changed;

        Node(String name, Consumer<String> changed) {
            this.name = name;
            this.changed = changed;
        }

        @Override
        public void alive() {
            synchronized (InMemoryPresence.this) {
                alive.put(name, clock.instant());
            }
        }

        @Override
        public void announce(String vmId, Collection<Attendance> here) {
            var now = List.copyOf(here);
            List<Attendance> before;
            synchronized (InMemoryPresence.this) {
                var nodes = byVmAndNode.computeIfAbsent(vmId, id -> new HashMap<>());
                before = nodes.getOrDefault(name, List.of());
                nodes.put(name, now);
            }
            if (!before.equals(now)) {
                changed.accept(vmId);
            }
        }

        @Override
        public List<Attendance> at(String vmId) {
            synchronized (InMemoryPresence.this) {
                var all = new ArrayList<Attendance>();
                byVmAndNode.getOrDefault(vmId, Map.of()).forEach((node, here) -> {
                    if (lives(node)) {
                        all.addAll(here);
                    }
                });
                return List.copyOf(all);
            }
        }

        private boolean lives(String node) {
            return alive.containsKey(node) && alive.get(node).plus(LIFE).isAfter(clock.instant());
        }
    }
}
