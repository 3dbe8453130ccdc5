package io.flotilla.session.reconcile;

import io.flotilla.session.broker.BrokerUnavailableException;
import io.flotilla.session.broker.RunningVm;
import io.flotilla.session.broker.VmBroker;
import io.flotilla.session.config.SessionConfig;
import io.flotilla.session.sharing.EndVmSession;
import io.flotilla.session.vmsession.VmSession;
import io.flotilla.session.vmsession.VmSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Compares the record with the VMs that run: finishes ends, ends what was abandoned or lost its VM, and ends VMs nobody owns. What can be
 * done without the broker is done without it.
 */
@ApplicationScoped
public class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final VmSessions sessions;
    private final VmBroker broker;
    private final EndVmSession ends;
    private final InstantSource clock;
    private final SessionConfig.Session config;

    public Reconciler(
            VmSessions sessions, VmBroker broker, EndVmSession ends, InstantSource clock, SessionConfig config) {
        this.sessions = sessions;
        this.broker = broker;
        this.ends = ends;
        this.clock = clock;
        this.config = config.session();
    }

    /** One round. */
    public void reconcile() {
        // The VMs are listed before the record is read: a session that is live in between has its VM after the list,
        // and is left alone.
        var listedAt = clock.instant();
        var running = runningVms();
        var plan = Repairs.plan(sessions.unfinished(), running, listedAt, config.abandonedAfter());
        plan.forEach(repair -> tried(() -> carryOut(repair)));
        running.ifPresent(vms -> vms.forEach(vm -> tried(() -> endIfNobodys(vm))));
    }

    private void carryOut(Repair repair) {
        switch (repair) {
            case Repair.Finish(VmSession session) -> ends.finish(session);
            case Repair.End(VmSession session, var reason) -> ends.end(session.id(), reason);
            case Repair.EndIfGone(VmSession session, String vmId, var reason) -> {
                if (!broker.isRunning(vmId)) {
                    ends.vmGone(session.id(), reason);
                }
            }
        }
    }

    private void endIfNobodys(RunningVm vm) {
        var bornBefore = clock.instant().minus(config.abandonedAfter());
        boolean ours = vm.tag().filter(Repairs::isOurs).isPresent();
        if (ours && Repairs.isNobodys(vm, vm.tag().flatMap(sessions::find), bornBefore)) {
            LOG.infof("VM %s is nobody's: ending it", vm.vmId());
            broker.end(vm.vmId());
        }
    }

    private Optional<List<RunningVm>> runningVms() {
        try {
            return Optional.of(broker.running());
        } catch (BrokerUnavailableException e) {
            LOG.warnf("VMs are not compared with the record this time: %s", e);
            return Optional.empty();
        }
    }

    private static void tried(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf("left for the next round: %s", e);
        }
    }
}
