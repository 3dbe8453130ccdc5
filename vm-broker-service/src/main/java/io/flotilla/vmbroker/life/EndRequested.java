package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.vm.EndReason;
import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmRecords;
import io.flotilla.vmbroker.vm.VmState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** An owner's wish that a VM be over, wherever its browser is: here, on another node, or still starting. Blocks. */
@ApplicationScoped
public class EndRequested {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final LiveVms vms;
    private final EndVm endVm;
    private final VmRecords records;
    private final InstantSource clock;

    public EndRequested(LiveVms vms, EndVm endVm, VmRecords records, InstantSource clock) {
        this.vms = vms;
        this.endVm = endVm;
        this.records = records;
        this.clock = clock;
    }

    /** True when nothing is left of it; false when the node that holds it has not done it yet, but will. Idempotent. */
    public boolean end(Vm vm) {
        if (vm.state() instanceof VmState.Ended) {
            return true;
        }
        records.ending(vm.id(), EndReason.REQUESTED);
        vms.find(vm.id()).ifPresent(live -> endVm.end(live, EndReason.REQUESTED));
        var until = clock.instant().plus(PATIENCE);
        while (!isOver(vm.id())) {
            if (clock.instant().isAfter(until)) {
                return false;
            }
            Pause.briefly();
        }
        return true;
    }

    /** Carries out what was asked of other nodes about VMs that are here. */
    void endThoseOf(String node) {
        for (var vm : records.ending(node)) {
            vms.find(vm.id())
                    .filter(LiveVm::isRunning)
                    .ifPresent(live -> Thread.startVirtualThread(() -> endVm.end(live, EndReason.REQUESTED)));
        }
    }

    private boolean isOver(String id) {
        return records.find(id).map(vm -> vm.state() instanceof VmState.Ended).orElse(true);
    }
}
