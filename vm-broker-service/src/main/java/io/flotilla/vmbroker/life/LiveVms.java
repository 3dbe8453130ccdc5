package io.flotilla.vmbroker.life;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The VMs whose browsers are in this process, from the moment they can be watched until nothing is left of them. Thread-safe. */
@ApplicationScoped
public class LiveVms {
    private final Map<String, LiveVm> vms = new ConcurrentHashMap<>();

    public Optional<LiveVm> find(String id) {
        return Optional.ofNullable(vms.get(id));
    }

    List<LiveVm> all() {
        return List.copyOf(vms.values());
    }

    int count() {
        return vms.size();
    }

    void add(LiveVm vm) {
        vms.put(vm.id(), vm);
    }

    void remove(LiveVm vm) {
        vms.remove(vm.id(), vm);
    }
}
