package io.flotilla.gateway.presence;

import io.flotilla.gateway.protocol.GatewayMessages.Person;
import io.flotilla.kit.problem.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * Keeps the shared record in step with who is connected here, and tells when a VM's people have changed. What is to be done is a set of
 * VMs, not a list of events: many changes become one, and whatever failed is done at the next {@link #everySoOften}.
 *
 * <p>The executor runs one task at a time; all blocking happens there, and the listener is called there.
 */
final class PresenceKeeper {
    private static final Logger LOG = Logger.getLogger(PresenceKeeper.class);

    private final Presence presence;
    private final Executor executor;
    private final BiConsumer<String, List<Person>> changed;
    private final Attendances here = new Attendances();
    private final Set<String> due = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Person>> told = new ConcurrentHashMap<>();

    PresenceKeeper(Presence presence, Executor executor, BiConsumer<String, List<Person>> changed) {
        this.presence = presence;
        this.executor = executor;
        this.changed = changed;
    }

    void enter(String vmId, Attendance attendance) {
        here.put(vmId, attendance);
        refresh(vmId);
    }

    void leave(String vmId, String connectionId) {
        here.remove(vmId, connectionId);
        refresh(vmId);
    }

    /** Another node has changed what it says of this VM. */
    void heard(String vmId) {
        if (!here.at(vmId).isEmpty()) {
            refresh(vmId);
        }
    }

    /** The people as they were told last; nobody where nobody is here. */
    List<Person> told(String vmId) {
        return told.getOrDefault(vmId, List.of());
    }

    void everySoOften() {
        executor.execute(() -> {
            try {
                presence.alive();
            } catch (Unavailable e) {
                LOG.debug("Presence is unreachable", e);
            }
        });
        here.vms().forEach(this::refresh);
    }

    private void refresh(String vmId) {
        if (due.add(vmId)) {
            executor.execute(() -> {
                due.remove(vmId);
                bringInStep(vmId);
            });
        }
    }

    private void bringInStep(String vmId) {
        var mine = here.at(vmId);
        var all = mine;
        try {
            presence.announce(vmId, mine);
            all = mine.isEmpty() ? mine : presence.at(vmId);
        } catch (Unavailable e) {
            // Better the people of this node than nobody; the next round repairs it.
            LOG.debugf(e, "Presence of %s is known for this node only", vmId);
        }
        var people = People.of(all);
        if (mine.isEmpty()) {
            told.remove(vmId);
        } else if (!people.equals(told.put(vmId, people))) {
            changed.accept(vmId, people);
        }
    }
}
