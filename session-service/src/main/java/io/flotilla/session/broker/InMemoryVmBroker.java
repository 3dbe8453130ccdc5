package io.flotilla.session.broker;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** VMs that exist only as names; capacity and faults are set by the test that uses it. */
public final class InMemoryVmBroker implements VmBroker {
    private final InstantSource clock;
    private final Map<String, RunningVm> byId = new ConcurrentHashMap<>();
    private final AtomicInteger started = new AtomicInteger();
    private volatile @Nullable Start nextStart;
    private volatile boolean away;

    public InMemoryVmBroker(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on every order is answered like this; null starts VMs again. */
    public void answerOrdersWith(@Nullable Start answer) {
        nextStart = answer;
    }

    /** While away, nothing can be asked and nothing changes. */
    public void goAway(boolean gone) {
        away = gone;
    }

    /** The VM dies by itself. */
    public void crash(String vmId) {
        byId.remove(vmId);
    }

    @Override
    public synchronized Start start(VmOrder order) {
        var scripted = nextStart;
        if (scripted != null) {
            return scripted;
        }
        if (away) {
            return new Start.Failed("The browser service cannot be reached", true);
        }
        var running = byId.values().stream()
                .filter(vm -> vm.tag().equals(Optional.of(order.tag())))
                .findFirst();
        var vm = running.orElseGet(() -> new RunningVm(
                "00000000-0000-4000-8000-%012d".formatted(started.incrementAndGet()),
                clock.instant(),
                Optional.of(order.tag())));
        byId.put(vm.vmId(), vm);
        return new Start.Started(vm.vmId());
    }

    @Override
    public void end(String vmId) {
        requireHere();
        byId.remove(vmId);
    }

    @Override
    public boolean isRunning(String vmId) {
        requireHere();
        return byId.containsKey(vmId);
    }

    @Override
    public List<RunningVm> running() {
        requireHere();
        return List.copyOf(byId.values());
    }

    private void requireHere() {
        if (away) {
            throw new BrokerUnavailableException("away", null);
        }
    }
}
