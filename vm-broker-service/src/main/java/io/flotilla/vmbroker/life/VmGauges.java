package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.pool.Seats;
import io.flotilla.vmbroker.pool.WarmPool;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What there is right now, for dashboards. */
@ApplicationScoped
public class VmGauges {
    private final MeterRegistry meters;
    private final LiveVms vms;
    private final WarmPool pool;
    private final Seats seats;

    public VmGauges(MeterRegistry meters, LiveVms vms, WarmPool pool, Seats seats) {
        this.meters = meters;
        this.vms = vms;
        this.pool = pool;
        this.seats = seats;
    }

    void register(@Observes StartupEvent event) {
        meters.gauge("flotilla.vm.running", vms, LiveVms::count);
        meters.gauge("flotilla.vm.pool.ready", pool, WarmPool::ready);
        meters.gauge("flotilla.vm.capacity", seats, Seats::capacity);
        for (var kind : new String[] {"warm", "cold"}) {
            meters.counter("flotilla.vm.starts", "kind", kind);
        }
        meters.counter("flotilla.vm.start.failures");
    }
}
