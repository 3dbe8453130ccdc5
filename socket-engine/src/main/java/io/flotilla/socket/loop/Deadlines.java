package io.flotilla.socket.loop;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One kind of deadline of everybody on an event loop. As all of them wait equally long, who began first is due first: one timer does for
 * all. To be used on the loop.
 */
public final class Deadlines<T> {
    /** A loop may be late by so much before it counts as having stood still. */
    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(100);

    private final EventLoop loop;
    private final long delay;
    private final Consumer<T> due;
    private final Map<T, Long> waiting = new LinkedHashMap<>();
    private boolean ticking;
    private long told = System.nanoTime();

    public Deadlines(EventLoop loop, Duration delay, Consumer<T> due) {
        this.loop = loop;
        this.delay = delay.toNanos();
        this.due = due;
    }

    /** Begins, or begins anew. */
    public void begin(T who) {
        beginAfter(who, System.nanoTime());
    }

    /** From the moment that the other deadline was due, so that lateness does not add up; unless that is long ago. */
    public void beginAfter(T who, Deadlines<T> other) {
        beginAfter(who, Math.max(other.told, System.nanoTime() - LATE));
    }

    private void beginAfter(T who, long start) {
        waiting.remove(who);
        waiting.put(who, start + delay);
        tick();
    }

    public void cancel(T who) {
        waiting.remove(who);
    }

    private void tick() {
        if (!ticking && !waiting.isEmpty()) {
            ticking = true;
            var first = waiting.values().iterator().next();
            loop.schedule(this::ring, Math.max(first - System.nanoTime(), 0), TimeUnit.NANOSECONDS)
                    .addListener(done -> {});
        }
    }

    private void ring() {
        var now = System.nanoTime();
        ticking = false;
        while (!waiting.isEmpty()) {
            var first = waiting.entrySet().iterator().next();
            if (first.getValue() - now > 0) {
                break;
            }
            var who = first.getKey();
            told = first.getValue();
            waiting.remove(who);
            due.accept(who);
        }
        tick();
    }
}
