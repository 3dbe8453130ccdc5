package io.flotilla.vmbroker.vm;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A directory in memory; its entries do not expire. */
public final class InMemoryVmDirectory implements VmDirectory {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public void announce(Collection<Entry> announced) {
        announced.forEach(entry -> entries.put(entry.vmId(), entry));
    }

    @Override
    public void forget(Entry entry) {
        entries.remove(entry.vmId());
    }

    public Map<String, Entry> entries() {
        return Map.copyOf(entries);
    }
}
