package io.flotilla.session.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Reads this node's meters; one that is not there yet counts as 0. */
@ApplicationScoped
class Numbers {
    private final MeterRegistry meters;

    Numbers(MeterRegistry meters) {
        this.meters = meters;
    }

    long counted(String name, String... tags) {
        return Math.round(meters.find(name).tags(tags).counters().stream()
                .mapToDouble(Counter::count)
                .sum());
    }

    long measured(String name) {
        return Math.round(meters.find(name).gauges().stream()
                .mapToDouble(Gauge::value)
                .filter(Double::isFinite)
                .sum());
    }

    /** Counts by the value of that tag. */
    Map<String, Long> countedBy(String name, String tag) {
        var counts = new TreeMap<String, Long>();
        for (var counter : meters.find(name).counters()) {
            counts.merge(
                    Objects.requireNonNullElse(counter.getId().getTag(tag), "other"),
                    Math.round(counter.count()),
                    Long::sum);
        }
        return counts;
    }

    /** Gauges whose name or tags speak of that pool. */
    Map<String, Long> pool(String word) {
        var found = new TreeMap<String, Long>();
        meters.getMeters().forEach(meter -> {
            if (meter instanceof Gauge gauge
                    && gauge.getId().getName().contains("pool")
                    && gauge.getId().toString().contains(word)
                    && Double.isFinite(gauge.value())) {
                found.merge(gauge.getId().getName().replace('.', '_'), Math.round(gauge.value()), Long::sum);
            }
        });
        return found;
    }

    /** Each timer of that name with its tags, how often, and percentiles of the last minutes in milliseconds. */
    List<Map<String, Object>> timed(String name) {
        return meters.find(name).timers().stream().map(Numbers::view).toList();
    }

    private static Map<String, Object> view(Timer timer) {
        var view = new TreeMap<String, Object>();
        timer.getId().getTags().forEach(tag -> view.put(tag.getKey(), tag.getValue()));
        view.put("count", timer.count());
        for (var at : timer.takeSnapshot().percentileValues()) {
            view.put("p%d_ms".formatted(Math.round(at.percentile() * 100)), at.value(TimeUnit.MILLISECONDS));
        }
        return view;
    }
}
