package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.pool.Seats;
import io.flotilla.vmbroker.vm.EndReason;
import io.flotilla.vmbroker.vm.VmDirectory;
import io.flotilla.vmbroker.vm.VmRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Ends a VM whose browser is here: viewers hear it, the browser goes, then its record and fact. A record that cannot be written now is
 * written later ({@link #recordTheRest}); the browser goes in any case. Blocks; idempotent; callers may race.
 */
@ApplicationScoped
public class EndVm {
    private static final Logger LOG = Logger.getLogger(EndVm.class);

    private record Ended(EndReason reason, Instant at) {}

    private final LiveVms vms;
    private final Seats seats;
    private final VmRecords records;
    private final VmDirectory directory;
    private final InstantSource clock;
    private final RelayFacts facts;
    private final Map<String, Ended> unrecorded = new ConcurrentHashMap<>();

    public EndVm(
            LiveVms vms, Seats seats, VmRecords records, VmDirectory directory, InstantSource clock, RelayFacts facts) {
        this.vms = vms;
        this.seats = seats;
        this.records = records;
        this.directory = directory;
        this.clock = clock;
        this.facts = facts;
    }

    /** Returns when nothing is left of its browser, whoever ends it. */
    void end(LiveVm vm, EndReason reason) {
        if (!vm.beginEnding(reason)) {
            vm.gone().join();
            return;
        }
        try {
            attempt(vm, "recorded as ending", () -> records.ending(vm.id(), reason));
            vm.stage().end(reason.wire());
            attempt(vm, "taken from the directory", () -> directory.forget(vm.entry()));
            attempt(vm, "closed", () -> vm.browser().close());
        } finally {
            vms.remove(vm);
            over(vm.id(), reason);
            vm.gone().complete(null);
        }
    }

    /** Gives the seat back of a VM that has no browser (any more), and records its end. */
    void over(String id, EndReason reason) {
        seats.release();
        unrecorded.put(id, new Ended(reason, clock.instant()));
        recordTheRest();
        LOG.infof("VM %s is over: %s", id, reason.wire());
    }

    /** Writes the ends that the record does not know yet, as far as it is there. */
    void recordTheRest() {
        for (var entry : Map.copyOf(unrecorded).entrySet()) {
            try {
                records.ended(
                        entry.getKey(),
                        entry.getValue().reason(),
                        entry.getValue().at());
                unrecorded.remove(entry.getKey(), entry.getValue());
                facts.soon();
            } catch (RuntimeException e) {
                LOG.warnf("the end of VM %s could not be recorded yet: %s", entry.getKey(), e.toString());
                return;
            }
        }
    }

    private static void attempt(LiveVm vm, String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf(e, "VM %s could not be %s", vm.id(), what);
        }
    }
}
