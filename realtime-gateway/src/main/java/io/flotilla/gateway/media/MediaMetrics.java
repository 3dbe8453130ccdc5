package io.flotilla.gateway.media;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What an operator sees of the media path. Thread-safe. */
@Singleton
class MediaMetrics {
    private final AtomicInteger viewers = new AtomicInteger();
    private final AtomicInteger upstreams = new AtomicInteger();
    private final Counter bytesIn;
    private final Counter bytesOut;
    private final Counter lostActs;
    private final Counter slow;
    private final Map<ViewerWindow.Verdict, Counter> leftOut = new EnumMap<>(ViewerWindow.Verdict.class);

    MediaMetrics(MeterRegistry registry) {
        Gauge.builder("flotilla.media.viewers", viewers, AtomicInteger::get).register(registry);
        Gauge.builder("flotilla.media.upstreams", upstreams, AtomicInteger::get).register(registry);
        bytesIn = registry.counter("flotilla.media.bytes", "direction", "in");
        bytesOut = registry.counter("flotilla.media.bytes", "direction", "out");
        lostActs = registry.counter("flotilla.media.acts.lost");
        slow = registry.counter("flotilla.media.viewers.slow");
        for (var verdict : ViewerWindow.Verdict.values()) {
            if (verdict != ViewerWindow.Verdict.SEND) {
                var reason = verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
                leftOut.put(verdict, registry.counter("flotilla.media.frames.left-out", "reason", reason));
            }
        }
    }

    void viewers(int change) {
        viewers.addAndGet(change);
    }

    void upstreams(int change) {
        upstreams.addAndGet(change);
    }

    void received(int bytes) {
        bytesIn.increment(bytes);
    }

    void sent(int bytes) {
        bytesOut.increment(bytes);
    }

    void leftOut(ViewerWindow.Verdict verdict) {
        var counter = leftOut.get(verdict);
        if (counter != null) {
            counter.increment();
        }
    }

    void actsLost(int acts) {
        lostActs.increment(acts);
    }

    void closedAsSlow() {
        slow.increment();
    }
}
