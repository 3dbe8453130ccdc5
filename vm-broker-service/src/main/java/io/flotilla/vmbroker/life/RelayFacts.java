package io.flotilla.vmbroker.life;

import io.flotilla.kit.fact.FactStream;
import io.flotilla.vmbroker.vm.VmEndedFact;
import io.flotilla.vmbroker.vm.VmFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Carries recorded facts to the stream, again and again until it holds them. One relay at a time in this process. */
@ApplicationScoped
public class RelayFacts {
    private static final Logger LOG = Logger.getLogger(RelayFacts.class);
    private static final int BATCH = 100;

    private final VmFacts facts;
    private final FactStream stream;
    private final Semaphore one = new Semaphore(1);

    public RelayFacts(VmFacts facts, FactStream stream) {
        this.facts = facts;
        this.stream = stream;
    }

    /** Does not block; the heartbeat comes anyway. */
    void soon() {
        Thread.startVirtualThread(this::relay);
    }

    void relay() {
        if (!one.tryAcquire()) {
            return;
        }
        try {
            while (facts.relay(BATCH, fact -> stream.publish(VmEndedFact.STREAM, fact)) == BATCH) {
                LOG.debug("more facts wait");
            }
        } catch (RuntimeException e) {
            LOG.warnf("facts could not be published yet: %s", e.toString());
        } finally {
            one.release();
        }
    }
}
