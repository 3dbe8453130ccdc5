package io.flotilla.socket.loop;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The order of things on one event loop: tasks run in the order in which they were handed over, from whatever thread, and what they wrote
 * is flushed once after as many as were there. Never runs a task at once, not even on its own loop: else two threads could disagree on
 * what came first. Thread-safe.
 */
public final class Lane {
    /** Whoever has written something. */
    public interface Flushing {
        void flush();
    }

    private static final System.Logger LOG = System.getLogger(Lane.class.getName());
    /** So that reading is not starved by writing. */
    private static final int AT_ONCE = 512;

    private final EventLoop loop;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private List<Flushing> unflushed = new ArrayList<>();

    public Lane(EventLoop loop) {
        this.loop = loop;
    }

    public void run(Runnable task) {
        tasks.add(task);
        wake();
    }

    public boolean isHere() {
        return loop.inEventLoop();
    }

    public EventLoop loop() {
        return loop;
    }

    /** On the loop: to be flushed when this pass is over. */
    public void flushLater(Flushing flushing) {
        unflushed.add(flushing);
        wake();
    }

    private void wake() {
        if (awake.compareAndSet(false, true)) {
            try {
                loop.execute(this::pass);
            } catch (RejectedExecutionException e) {
                LOG.log(System.Logger.Level.DEBUG, "The event loop has ended before its clients");
            }
        }
    }

    private void pass() {
        for (var i = 0; i < AT_ONCE; i++) {
            var task = tasks.poll();
            if (task == null) {
                break;
            }
            guarded(task);
        }
        flush();
        awake.set(false);
        if (!tasks.isEmpty()) {
            wake();
        }
    }

    private void flush() {
        if (unflushed.isEmpty()) {
            return;
        }
        var now = unflushed;
        unflushed = new ArrayList<>();
        for (var flushing : now) {
            guarded(flushing::flush);
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A task for sockets failed", e);
        }
    }
}
