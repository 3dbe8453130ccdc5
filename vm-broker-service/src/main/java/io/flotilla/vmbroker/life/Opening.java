package io.flotilla.vmbroker.life;

import io.flotilla.vmbroker.browser.BrowserDriver;
import io.flotilla.vmbroker.config.BrokerConfig;
import io.flotilla.vmbroker.vm.EndReason;
import io.flotilla.vmbroker.vm.VmRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * What has to happen before the first VM: whatever an earlier, killed process of this node left is wiped, then its records are closed.
 * Tried again and again while the store is away; the service runs meanwhile and says in readiness what it waits for. One thread.
 */
@ApplicationScoped
public class Opening {
    private static final Logger LOG = Logger.getLogger(Opening.class);

    private final BrowserDriver driver;
    private final Schema schema;
    private final VmRecords records;
    private final RelayFacts facts;
    private final InstantSource clock;
    private final String node;
    private volatile boolean reaped;
    private volatile boolean open;

    public Opening(
            BrowserDriver driver,
            Schema schema,
            VmRecords records,
            RelayFacts facts,
            InstantSource clock,
            BrokerConfig config) {
        this.driver = driver;
        this.schema = schema;
        this.records = records;
        this.facts = facts;
        this.clock = clock;
        this.node = config.node();
    }

    /** Whether browsers may be started. */
    public boolean isReaped() {
        return reaped;
    }

    /** Whether VMs may be created. */
    public boolean isOpen() {
        return open;
    }

    /** Goes as far as it can. */
    void proceed() {
        if (open) {
            return;
        }
        try {
            if (!reaped) {
                var found = driver.reap();
                LOG.infof("%d browsers of an earlier process were found and ended", found.size());
                reaped = true;
            }
            schema.migrate();
            closeRecordsOf(node);
            open = true;
        } catch (RuntimeException e) {
            LOG.warnf("not open yet: %s", e.toString());
        }
    }

    void closeRecordsOf(String node) {
        var left = records.notEnded(node);
        left.forEach(vm -> records.ended(vm.id(), EndReason.BROKER_LOST, clock.instant()));
        if (!left.isEmpty()) {
            LOG.infof("%d VMs were lost with an earlier process", left.size());
            facts.soon();
        }
    }
}
