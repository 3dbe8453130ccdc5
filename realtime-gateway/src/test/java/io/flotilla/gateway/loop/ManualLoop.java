package io.flotilla.gateway.loop;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A loop whose time passes only when told. */
public final class ManualLoop implements Loop {
    private record Due(long at, long order, Runnable task) {}

    private final PriorityQueue<Due> timers =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long now = 1_000;
    private long order;

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        var due = new Due(now + delay.toMillis(), order++, task);
        timers.add(due);
        return () -> timers.remove(due);
    }

    @Override
    public long now() {
        return now;
    }

    public void pass(Duration time) {
        var end = now + time.toMillis();
        for (var due = timers.peek(); due != null && due.at() <= end; due = timers.peek()) {
            timers.remove(due);
            now = due.at();
            due.task().run();
        }
        now = end;
    }

    public int waiting() {
        return timers.size();
    }
}
