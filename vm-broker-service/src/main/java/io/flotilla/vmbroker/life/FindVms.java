package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.vm.Vm;
import io.flotilla.vmbroker.vm.VmRecords;
import io.flotilla.vmbroker.vm.VmState;
import io.flotilla.vmbroker.vm.VmTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** What an owner can see of its VMs. Blocks. */
@ApplicationScoped
public class FindVms {
    public static final int PAGE = 100;

    private final VmRecords records;
    private final Seal seal;

    public FindVms(VmRecords records, Seal seal) {
        this.records = records;
        this.seal = seal;
    }

    /** Running VMs, oldest first. */
    public List<Vm> page(String owner, Optional<String> afterId) {
        return records.running(owner, afterId, PAGE);
    }

    /** The owner's VM, over or not; empty for a stranger's. */
    public Optional<Vm> one(String owner, String id) {
        return records.find(id).filter(vm -> vm.owner().equals(owner));
    }

    /** Whether anybody may still come to watch. */
    public boolean isRunning(String id) {
        return records.find(id).map(vm -> vm.state() instanceof VmState.Running).orElse(false);
    }

    /** What opens it; empty once it is over. */
    public Optional<VmTokens> tokens(Vm vm) {
        return seal.seal().open(vm.id(), vm.tokens());
    }
}
