package io.flotilla.session.broker;

import java.util.List;

/** Starts and ends VMs. Thread-safe; blocks a bounded time, retries included. Every call may be repeated. */
public interface VmBroker {
    /** Starts the VM, or answers with the one that already runs for this tag. */
    Start start(VmOrder order);

    /**
     * Returns when the VM is surely gone, also when there never was one.
     *
     * @throws BrokerUnavailableException when that is not known; try again later
     */
    void end(String vmId);

    /**
     * Whether it runs.
     *
     * @throws BrokerUnavailableException when that is not known
     */
    boolean isRunning(String vmId);

    /**
     * All VMs that run.
     *
     * @throws BrokerUnavailableException when the list could not be had in full
     */
    List<RunningVm> running();
}
