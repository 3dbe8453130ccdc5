package io.flotilla.vmbroker.vm;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The record in memory, facts included; keeps every promise but durability. */
public final class InMemoryVmRecords implements VmRecords, VmFacts {
    private final Map<String, Vm> vms = new LinkedHashMap<>();
    private final Deque<String> facts = new ArrayDeque<>();

    @Override
    public synchronized boolean insert(Vm vm) {
        if (vm.tag() != null && findLive(vm.owner(), vm.tag()).isPresent()) {
            return false;
        }
        vms.put(vm.id(), vm);
        return true;
    }

    @Override
    public synchronized boolean running(String id) {
        var vm = vms.get(id);
        if (vm == null || !(vm.state() instanceof VmState.Starting starting)) {
            return false;
        }
        vms.put(id, vm.in(starting.running()));
        return true;
    }

    @Override
    public synchronized boolean ending(String id, EndReason reason) {
        var vm = vms.get(id);
        if (vm == null || !vm.isLive()) {
            return false;
        }
        vms.put(id, vm.in(new VmState.Ending(reason)));
        return true;
    }

    @Override
    public synchronized boolean ended(String id, EndReason reason, Instant at) {
        var vm = vms.get(id);
        if (vm == null || vm.state() instanceof VmState.Ended) {
            return false;
        }
        var end = vm.state() instanceof VmState.Ending ending ? ending.ended(at) : new VmState.Ended(reason, at);
        vms.put(id, vm.ended(end));
        facts.add(VmEndedFact.of(vm, end));
        return true;
    }

    @Override
    public synchronized Optional<Vm> find(String id) {
        return Optional.ofNullable(vms.get(id));
    }

    @Override
    public synchronized Optional<Vm> findLive(String owner, String tag) {
        return vms.values().stream()
                .filter(vm -> vm.isLive() && vm.owner().equals(owner) && tag.equals(vm.tag()))
                .findFirst();
    }

    @Override
    public synchronized List<Vm> running(String owner, Optional<String> afterId, int limit) {
        var own = vms.values().stream().filter(vm -> vm.owner().equals(owner)).toList();
        return after(own, afterId)
                .filter(vm -> vm.state() instanceof VmState.Running)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Vm> notEnded(String node) {
        return vms.values().stream()
                .filter(vm -> vm.node().equals(node) && !(vm.state() instanceof VmState.Ended))
                .toList();
    }

    @Override
    public synchronized List<Vm> ending(String node) {
        return vms.values().stream()
                .filter(vm -> vm.node().equals(node) && vm.state() instanceof VmState.Ending)
                .toList();
    }

    @Override
    public synchronized int relay(int most, Consumer<String> publisher) {
        var published = 0;
        while (published < most && !facts.isEmpty()) {
            publisher.accept(facts.element());
            facts.remove();
            published++;
        }
        return published;
    }

    private static Stream<Vm> after(List<Vm> own, Optional<String> afterId) {
        return afterId.isEmpty()
                ? own.stream()
                : own.stream().dropWhile(vm -> !vm.id().equals(afterId.get())).skip(1);
    }
}
