package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.pool.WarmPool;
import io.flotilla.vmbroker.vm.EndReason;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** An orderly shutdown leaves no browser behind: all end at once, viewers hear why, records and facts are written. */
@ApplicationScoped
public class Closing {
    private final LiveVms vms;
    private final EndVm endVm;
    private final WarmPool pool;
    private final RelayFacts facts;

    public Closing(LiveVms vms, EndVm endVm, WarmPool pool, RelayFacts facts) {
        this.vms = vms;
        this.endVm = endVm;
        this.pool = pool;
        this.facts = facts;
    }

    void close(@Observes ShutdownEvent event) throws InterruptedException {
        var endings = vms.all().stream()
                .map(vm -> Thread.startVirtualThread(() -> endVm.end(vm, EndReason.BROKER_LOST)))
                .toList();
        pool.close();
        for (var ending : endings) {
            ending.join();
        }
        facts.relay();
    }
}
