package io.flotilla.session.reach;

import io.flotilla.session.broker.BrokerUnavailableException;
import io.flotilla.session.broker.VmBroker;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks vm-broker-service. */
@ApplicationScoped
public class TryOwnMachines {
    private final VmBroker broker;

    public TryOwnMachines(VmBroker broker) {
        this.broker = broker;
    }

    public Tried now() {
        try {
            broker.running();
            return new Tried(true, true, "The browser service of this installation answers");
        } catch (BrokerUnavailableException e) {
            return new Tried(false, false, "The browser service of this installation does not answer");
        }
    }
}
