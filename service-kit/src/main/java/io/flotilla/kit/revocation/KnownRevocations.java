package io.flotilla.kit.revocation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What one process knows of the list, and who wants to hear of news. Entries whose time is over are forgotten. */
final class KnownRevocations {
    private static final Logger log = Logger.getLogger(KnownRevocations.class);

    private final Map<String, Instant> until = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final InstantSource clock;

    KnownRevocations(InstantSource clock) {
        this.clock = clock;
    }

    int size() {
        return until.size();
    }

    boolean contains(String sid) {
        var end = until.get(sid);
        return end != null && end.isAfter(clock.instant());
    }

    /** Learns one; listeners hear of it only if it is news. */
    void learn(String sid, Instant end) {
        if (!end.isAfter(clock.instant())) {
            return;
        }
        var before = until.put(sid, end);
        if (before != null && before.isAfter(end)) {
            until.merge(sid, before, (a, b) -> a.isAfter(b) ? a : b);
        }
        if (before == null) {
            listeners.forEach(listener -> tell(listener, sid));
        }
    }

    void forgetExpired() {
        var now = clock.instant();
        until.values().removeIf(end -> !end.isAfter(now));
    }

    Revocations.Subscription listen(Consumer<String> listener) {
        // Wrapped, so that closing one subscription leaves another of the same listener alone.
        Consumer<String> own = sid -> listener.accept(sid);
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private static void tell(Consumer<String> listener, String sid) {
        try {
            listener.accept(sid);
        } catch (RuntimeException e) {
            log.error("a revocation's listener failed", e);
        }
    }
}
