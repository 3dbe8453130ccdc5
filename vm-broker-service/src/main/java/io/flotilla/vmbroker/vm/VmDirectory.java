package io.flotilla.vmbroker.vm;

import io.flotilla.vmbroker.browser.Size;
import java.util.Collection;

/**
 * Where gateways look up which broker holds a VM, and which VM an embed token opens ({@code contracts/redis-keys.md}). A read model with
 * a short life: what is not announced again within 30 s is gone.
 */
public interface VmDirectory {
    record Entry(String vmId, Size size, String embedHash) {}

    void announce(Collection<Entry> entries);

    void forget(Entry entry);
}
