package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.config.BrokerConfig;
import io.flotilla.vmbroker.pool.WarmPool;
import io.flotilla.vmbroker.vm.VmDirectory;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** The one scheduler: everything that has to happen by itself, each on its own thread and never twice at once. */
@ApplicationScoped
public class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);

    private final Opening opening;
    private final WarmPool pool;
    private final WatchClocks clocks;
    private final Ends ends;
    private final LiveVms vms;
    private final VmDirectory directory;

    public Heartbeat(
            Opening opening, WarmPool pool, WatchClocks clocks, Ends ends, LiveVms vms, VmDirectory directory) {
        this.opening = opening;
        this.pool = pool;
        this.clocks = clocks;
        this.ends = ends;
        this.vms = vms;
        this.directory = directory;
    }

    /** What is left to do about ends. */
    @ApplicationScoped
    public static class Ends {
        private final EndVm endVm;
        private final EndRequested requested;
        private final RelayFacts facts;
        private final String node;

        public Ends(EndVm endVm, EndRequested requested, RelayFacts facts, BrokerConfig config) {
            this.endVm = endVm;
            this.requested = requested;
            this.facts = facts;
            this.node = config.node();
        }

        void catchUp() {
            endVm.recordTheRest();
            requested.endThoseOf(node);
            facts.relay();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void open() {
        opening.proceed();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void fillPool() {
        if (opening.isReaped()) {
            pool.upkeep();
        }
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void watchClocks() {
        clocks.look();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void finishEnds() {
        if (opening.isOpen()) {
            try {
                ends.catchUp();
            } catch (RuntimeException e) {
                LOG.warnf("ends wait for the record: %s", e.toString());
            }
        }
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void renewDirectory() {
        var entries =
                vms.all().stream().filter(LiveVm::isRunning).map(LiveVm::entry).toList();
        try {
            directory.announce(entries);
        } catch (RuntimeException e) {
            LOG.warnf("VMs could not be announced: %s", e.toString());
        }
    }
}
