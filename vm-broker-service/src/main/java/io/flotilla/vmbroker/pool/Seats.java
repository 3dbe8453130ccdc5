package io.flotilla.vmbroker.pool;

import io.flotilla.vmbroker.config.BrokerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** How many VMs there are and may be on this node; exact under any number of parallel creates. Thread-safe. */
@ApplicationScoped
public class Seats {
    private static final long BYTES_A_VM = 400L << 20;
    private static final int MOST = 16;

    private final int capacity;
    private final AtomicInteger taken = new AtomicInteger();

    @Inject
    public Seats(BrokerConfig config) {
        this(config.broker().capacity().orElseGet(() -> byMemory(freeMemory())));
    }

    Seats(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("flotilla.broker.capacity must be at least 1, not " + capacity);
        }
        this.capacity = capacity;
    }

    /** As many as fit into so much memory, at least one, at most sixteen: more than that needs an operator's say. */
    static int byMemory(long freeBytes) {
        return Math.clamp(freeBytes / BYTES_A_VM, 1, MOST);
    }

    /** False when all are taken. Whoever got one gives it back once, with {@link #release}. */
    public boolean tryTake() {
        return taken.getAndUpdate(n -> n < capacity ? n + 1 : n) < capacity;
    }

    public void release() {
        taken.updateAndGet(n -> Math.max(0, n - 1));
    }

    public int taken() {
        return taken.get();
    }

    public int capacity() {
        return capacity;
    }

    private static long freeMemory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getFreeMemorySize()
                : Runtime.getRuntime().maxMemory();
    }
}
